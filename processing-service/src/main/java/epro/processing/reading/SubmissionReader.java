package epro.processing.reading;

import epro.processing.form.FormsUnavailable;
import epro.schemas.Keys;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads one record: decodes, proves its keys, cleans, validates, looks for harm.
 *
 * <p>Pure: no database and no broker. Whatever goes wrong here concerns this record alone and never its neighbours.
 */
@Component
public final class SubmissionReader {
    private static final Set<String> SAID_BY_THE_REGISTRY = Set.of("unknown-schema-id", "other-schema");

    private final RecordCodec codec;
    private final SubmissionEvaluator evaluator;

    SubmissionReader(RecordCodec codec, SubmissionEvaluator evaluator) {
        this.codec = codec;
        this.evaluator = evaluator;
    }

    /** Throws {@link NotReadableYet} or {@link FormsUnavailable} where only registry or database are missing. */
    public ReadRecord read(RawRecord raw) {
        try {
            return switch (codec.decode(raw.value(), SubmissionReceived.class)) {
                case Decoded.Read<SubmissionReceived>(var event, var _) -> evaluate(raw, event);
                case Decoded.Unreadable<SubmissionReceived>(var reason) -> unreadable(raw, reason);
                case Decoded.SchemaPending<SubmissionReceived>(var schemaId) -> throw new NotReadableYet(schemaId);
            };
        } catch (NotReadableYet | FormsUnavailable | OutOfMemoryError passedOn) {
            throw passedOn;
        } catch (Throwable failure) {
            return new ReadRecord.Failed(raw, failure.getClass().getName());
        }
    }

    /** What only the registry says of a record could be the registry's fault: many of these are rather ours. */
    private static ReadRecord unreadable(RawRecord raw, String reason) {
        return SAID_BY_THE_REGISTRY.contains(reason)
                ? new ReadRecord.Failed(raw, reason)
                : new ReadRecord.Unreadable(raw, reason);
    }

    private ReadRecord evaluate(RawRecord raw, SubmissionReceived event) {
        Optional<JsonValue.Members> answers = answers(event);
        if (answers.isEmpty()) {
            return new ReadRecord.Unreadable(raw, "malformed-answers");
        }
        UUID patientKey = Keys.patientKey(event.getStudyId(), event.getPatientId());
        UUID submissionKey = Keys.submissionKey(patientKey, event.getSubmissionId());
        var completedAt = DeviceTime.instantOf(event.getCompletedAt());
        var submission = new Submission(event, submissionKey, patientKey, completedAt, answers.get());
        Optional<String> doubt = StorableText.firstDoubt(event).or(() -> keyDoubt(raw, submission));
        SubmissionEvaluator.Read read = evaluator.evaluate(submission);
        return doubt.isPresent()
                ? new ReadRecord.Unreadable(raw, doubt.get(), Optional.of(new Heard(submission, read.harm())))
                : new ReadRecord.Evaluated(raw, submission, read.evaluation(), read.harm());
    }

    private static Optional<String> keyDoubt(RawRecord raw, Submission submission) {
        String patientKey = submission.patientKey().toString();
        boolean keysAgree = patientKey.equals(submission.event().getPatientKey())
                && submission.key().toString().equals(submission.event().getSubmissionKey())
                && Arrays.equals(patientKey.getBytes(StandardCharsets.UTF_8), raw.key());
        return keysAgree ? Optional.empty() : Optional.of("key-mismatch");
    }

    /** Empty where their bytes prove that they never were JSON. */
    private static Optional<JsonValue.Members> answers(SubmissionReceived event) {
        try {
            return Optional.of(AnswerJson.toJson(event.getAnswers()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
