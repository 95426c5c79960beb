package epro.processing.reading;

import epro.schemas.Keys;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads one record: decodes, proves its keys, cleans and validates.
 *
 * <p>Pure: no database and no broker. Whatever goes wrong here concerns this record alone and never its neighbours.
 */
@Component
public final class SubmissionReader {
    private final RecordCodec codec;
    private final SubmissionEvaluator evaluator;

    SubmissionReader(RecordCodec codec, SubmissionEvaluator evaluator) {
        this.codec = codec;
        this.evaluator = evaluator;
    }

    /** Throws {@link NotReadableYet} where only the registry's answer is missing. */
    public ReadRecord read(RawRecord raw) {
        try {
            return switch (codec.decode(raw.value(), SubmissionReceived.class)) {
                case Decoded.Read<SubmissionReceived>(var event, var _) -> evaluate(raw, event);
                case Decoded.Unreadable<SubmissionReceived>(var reason) -> new ReadRecord.Unreadable(raw, reason);
                case Decoded.SchemaPending<SubmissionReceived>(var schemaId) -> throw new NotReadableYet(schemaId);
            };
        } catch (NotReadableYet | OutOfMemoryError passedOn) {
            throw passedOn;
        } catch (Throwable failure) {
            return new ReadRecord.Failed(raw, failure.getClass().getName());
        }
    }

    private ReadRecord evaluate(RawRecord raw, SubmissionReceived event) {
        var doubt = StorableText.firstDoubt(event);
        if (doubt.isPresent()) {
            return new ReadRecord.Unreadable(raw, doubt.get());
        }
        UUID patientKey = Keys.patientKey(event.getStudyId(), event.getPatientId());
        UUID submissionKey = Keys.submissionKey(patientKey, event.getSubmissionId());
        boolean keysAgree = patientKey.toString().equals(event.getPatientKey())
                && submissionKey.toString().equals(event.getSubmissionKey())
                && Arrays.equals(patientKey.toString().getBytes(StandardCharsets.UTF_8), raw.key());
        if (!keysAgree) {
            return new ReadRecord.Unreadable(raw, "key-mismatch");
        }
        var completedAt = DeviceTime.instantOf(event.getCompletedAt());
        var answers = AnswerJson.toJson(event.getAnswers());
        var submission = new Submission(event, submissionKey, patientKey, completedAt, answers);
        return new ReadRecord.Evaluated(raw, submission, evaluator.evaluate(submission));
    }
}
