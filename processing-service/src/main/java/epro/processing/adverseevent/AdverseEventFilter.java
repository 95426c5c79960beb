package epro.processing.adverseevent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to; everything is optional. */
record AdverseEventFilter(
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable String patientId,
        @Nullable UUID submissionKey,
        @Nullable String urgency,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    AdverseEventFilter ofPatient(String study, String patient) {
        return new AdverseEventFilter(study, siteId, patient, submissionKey, urgency, since, limit, cursor);
    }

    int rows() {
        return limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
    }
}
