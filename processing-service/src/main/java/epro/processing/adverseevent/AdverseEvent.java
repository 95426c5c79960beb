package epro.processing.adverseevent;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspected adverse event as its readers see it: its highest revision.
 *
 * @param kind DETECTED, UPDATED or WITHDRAWN
 * @param status always UNCONFIRMED: what it is, an investigator says
 * @param recordState of the submission as it was read: STORED, REJECTED, CONFLICT or, if it could not be stored, QUARANTINED: then nobody vouches for
 *     whose it is
 * @param grade PRO-CTCAE composite grade, 0 to 3; null where there is none
 * @param gradeAtLeast the smallest grade that any completion of the answers could give
 * @param planVersion of the alert plan that gave the urgency
 */
public record AdverseEvent(
        UUID aeId,
        int revision,
        String kind,
        String status,
        String recordState,
        UUID submissionKey,
        String studyId,
        String siteId,
        String patientId,
        @JsonRawValue String term,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        @JsonRawValue String levels,
        String urgency,
        String planVersion,
        @JsonRawValue String sources,
        @JsonRawValue String findings,
        Instant detectedAt) {

    @Override
    public String toString() {
        return "AdverseEvent[" + aeId + "]";
    }
}
