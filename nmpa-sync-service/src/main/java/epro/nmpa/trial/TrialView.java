package epro.nmpa.trial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial as clients see it; of a list, without its history. */
record TrialView(
        String registrationNumber,
        @Nullable String status,
        @Nullable String by,
        @Nullable String originalStatus,
        @Nullable Instant confirmedAt,
        @Nullable Instant quarantinedAt,
        @Nullable List<Episode> history) {

    static TrialView of(Trial trial, @Nullable List<Episode> history) {
        var status = trial.status();
        return new TrialView(
                trial.registrationNumber(),
                status == null ? null : status.status().name(),
                status == null || status.by() == null ? null : status.by().name(),
                status == null ? null : status.original(),
                trial.confirmedAt(),
                trial.quarantinedAt(),
                history);
    }
}
