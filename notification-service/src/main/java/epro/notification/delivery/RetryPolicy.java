package epro.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: after 5 s, then twice as long each time up to 5 minutes; once it is a day old, every
 * hour. It ends with its arrival, a final no of the channel, or an acknowledgement, and never by its age.
 */
final class RetryPolicy {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    static final Duration OVERDUE_AFTER = Duration.ofHours(24);
    static final Duration OVERDUE_PAUSE = Duration.ofHours(1);
    /** Each pause is up to so much longer or shorter, so that what failed together does not come back together. */
    static final double JITTER = 0.25;

    private static final int DOUBLINGS_MAX = 16;

    private final RandomGenerator random;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /** Whether it has been tried for so long that others have to be told as well. */
    boolean isOverdue(Instant createdAt, Instant now) {
        return !now.isBefore(createdAt.plus(OVERDUE_AFTER));
    }

    /** @param attempts how many have failed, this one included */
    Instant next(int attempts, Instant createdAt, Instant now) {
        long pause = isOverdue(createdAt, now) ? OVERDUE_PAUSE.toMillis() : doubled(attempts);
        return now.plusMillis((long) (pause * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }

    private static long doubled(int attempts) {
        return Math.min(FIRST_PAUSE.toMillis() << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX), LONGEST_PAUSE.toMillis());
    }
}
