package epro.nmpa.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old what is known of the trials is. Those in quarantine are not asked for any more and so count apart.
 *
 * @param trials all of them
 * @param confirmedWithinADay the register said so within the last 24 hours
 * @param confirmedEarlier it said so longer ago
 * @param neverConfirmed it has not said anything yet
 * @param oldestConfirmedAt null if nothing was confirmed yet
 */
record FreshnessView(
        int trials,
        int confirmedWithinADay,
        int confirmedEarlier,
        int neverConfirmed,
        int quarantined,
        @Nullable Instant oldestConfirmedAt) {}
