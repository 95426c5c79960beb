package epro.processing.tables;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The years that are made for a table.
 *
 * @param endsAt when the last of them ends; null if there is none
 * @param inDefault whether rows have come for which no year is made
 */
record TableYears(String table, @Nullable Instant endsAt, boolean inDefault) {
    static final Duration EARLY = Duration.ofDays(60);

    double daysLeft(Instant now) {
        return endsAt == null
                ? 0
                : Duration.between(now, endsAt).toSeconds()
                        / (double) Duration.ofDays(1).toSeconds();
    }

    /** What somebody has to be told, if anything. */
    Optional<String> warning(Instant now) {
        if (inDefault) {
            return Optional.of(
                    "rows have come for which no year is made; a restart makes it and moves them, unless a clock was wrong");
        }
        if (endsAt == null || endsAt.isBefore(now.plus(EARLY))) {
            return Optional.of("the last year that is made ends at " + endsAt + "; a restart makes more");
        }
        return Optional.empty();
    }
}
