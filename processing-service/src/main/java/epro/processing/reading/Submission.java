package epro.processing.reading;

import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that could be read.
 *
 * @param event the record as intake wrote it
 * @param key the id of the submission's record everywhere
 * @param patientKey the id of its patient
 * @param completedAt the device's time as an instant, null where absent or not a time
 * @param answers the answers as received
 */
public record Submission(
        SubmissionReceived event,
        UUID key,
        UUID patientKey,
        @Nullable Instant completedAt,
        JsonValue.Members answers) {

    @Override
    public String toString() {
        return "Submission[" + key + "]";
    }
}
