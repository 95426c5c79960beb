package epro.processing.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to; everything is optional. */
record SubmissionFilter(
        @Nullable String submissionId,
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable String patientId,
        @Nullable String formId,
        @Nullable String state,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    SubmissionFilter ofPatient(String study, String patient) {
        return new SubmissionFilter(submissionId, study, siteId, patient, formId, state, since, limit, cursor);
    }

    int rows() {
        return limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
    }
}
