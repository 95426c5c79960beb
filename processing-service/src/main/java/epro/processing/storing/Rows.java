package epro.processing.storing;

import epro.lane.Position;
import epro.processing.proof.StoredRow;
import epro.processing.proof.StoredTable;
import epro.processing.proof.UtcText;
import epro.processing.reading.Evaluation;
import epro.processing.reading.RawRecord;
import epro.processing.reading.Submission;
import epro.schemas.json.CanonicalJson;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes the rows of settled records. */
final class Rows {
    private final String topic;
    private final Instant now;

    Rows(String topic, Instant now) {
        this.topic = topic;
        this.now = now;
    }

    StoredRow crfRecord(RawRecord raw, Submission submission, Evaluation.Valid evaluation, int revision) {
        Position position = raw.position();
        return StoredTable.CRF_RECORD.row(
                submission.key().toString(),
                Integer.toString(revision),
                submission.event().getFormId(),
                evaluation.formVersion(),
                submission.event().getContentHash(),
                RecordJson.context(submission.event()),
                CanonicalJson.write(submission.answers()),
                CanonicalJson.write(evaluation.cleaned()),
                RecordJson.cleanings(evaluation.cleanings()),
                RecordJson.violations(evaluation.issues()),
                position.topicId(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()),
                UtcText.of(submission.event().getReceivedAt()),
                UtcText.of(now));
    }

    StoredRow rejection(RawRecord raw, Submission submission, Evaluation.Invalid evaluation, int revision) {
        Position position = raw.position();
        return StoredTable.REJECTION.row(
                submission.key().toString(),
                Integer.toString(revision),
                submission.event().getFormId(),
                evaluation.formVersion(),
                Boolean.toString(evaluation.unknownForm()),
                submission.event().getContentHash(),
                RecordJson.context(submission.event()),
                CanonicalJson.write(submission.answers()),
                RecordJson.violations(evaluation.reasons()),
                topic,
                position.topicId(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()),
                UtcText.of(submission.event().getReceivedAt()),
                UtcText.of(now));
    }

    StoredRow conflict(RawRecord raw, Submission submission) {
        Position position = raw.position();
        return StoredTable.CONFLICT.row(
                position.topicId(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()),
                submission.key().toString(),
                submission.event().getFormId(),
                submission.event().getFormVersion(),
                submission.event().getContentHash(),
                RecordJson.context(submission.event()),
                CanonicalJson.write(submission.answers()),
                UtcText.of(submission.event().getReceivedAt()),
                UtcText.of(now));
    }

    StoredRow quarantine(RawRecord raw, String reason) {
        Position position = raw.position();
        return StoredTable.QUARANTINE.row(
                position.topicId(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()),
                hex(raw.key()),
                hex(raw.value()),
                RecordJson.texts(raw.headers()),
                reason,
                UtcText.of(now));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
