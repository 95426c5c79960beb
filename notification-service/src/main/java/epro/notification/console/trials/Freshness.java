package epro.notification.console.trials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old what is known of the trials is, as nmpa-sync tells of it. */
record Freshness(
        int trials,
        int confirmedWithinADay,
        int confirmedEarlier,
        int neverConfirmed,
        int quarantined,
        @Nullable Instant oldestConfirmedAt) {}
