package epro.processing.suspicion;

import epro.processing.reading.Submission;
import epro.schemas.event.SubmissionReceived;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose submission it was, and how it was settled.
 *
 * @param recordState STORED, REJECTED, CONFLICT or QUARANTINED
 */
public record Subject(
        UUID submissionKey,
        UUID patientKey,
        String submissionId,
        String studyId,
        String siteId,
        String patientId,
        String formId,
        @Nullable String formVersion,
        @Nullable String completedAt,
        Instant receivedAt,
        String recordState) {

    /** That of a submission as it was consumed. */
    public static Subject of(Submission submission, String recordState) {
        SubmissionReceived event = submission.event();
        return new Subject(
                submission.key(),
                submission.patientKey(),
                event.getSubmissionId(),
                event.getStudyId(),
                event.getSiteId(),
                event.getPatientId(),
                event.getFormId(),
                event.getFormVersion(),
                event.getCompletedAt(),
                event.getReceivedAt(),
                recordState);
    }

    @Override
    public String toString() {
        return "Subject[" + submissionKey + "]";
    }
}
