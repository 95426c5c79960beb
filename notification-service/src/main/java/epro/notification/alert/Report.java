package epro.notification.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a suspected adverse event, as far as telling people of it goes.
 *
 * @param aeId the same for all its revisions
 * @param withdrawn this revision takes the event back
 */
public record Report(
        UUID aeId,
        int revision,
        boolean withdrawn,
        UUID patientKey,
        UUID submissionKey,
        String studyId,
        String siteId,
        String patientId,
        Term term,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        Urgency urgency,
        Evidence evidence,
        Instant detectedAt) {

    @Override
    public String toString() {
        return "Report[" + aeId + ", revision " + revision + "]";
    }
}
