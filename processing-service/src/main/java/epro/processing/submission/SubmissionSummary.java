package epro.processing.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submission as a list shows it. */
record SubmissionSummary(
        UUID submissionKey,
        String submissionId,
        String studyId,
        String siteId,
        String patientId,
        String formId,
        @Nullable String formVersion,
        String state,
        int revision,
        Origin origin,
        @Nullable String completedAt,
        Instant receivedAt,
        Instant storedAt) {

    /** Where in the log the evaluation stands that made the present state. */
    record Origin(String topic, int partition, long offset) {}

    @Override
    public String toString() {
        return "SubmissionSummary[" + submissionKey + "]";
    }
}
