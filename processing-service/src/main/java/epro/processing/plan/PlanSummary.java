package epro.processing.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A published alert plan.
 *
 * @param plan as it was published, in canonical JSON
 */
record PlanSummary(
        String studyId,
        String version,
        String contentHash,
        Instant publishedAt,
        String publishedBy,
        @JsonRawValue String plan) {}
