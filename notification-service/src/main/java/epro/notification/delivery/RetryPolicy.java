package epro.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery that failed is tried again: after 5 s, then twice as long each time up to 5 minutes, for a day. */
final class RetryPolicy {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    /** Each pause is up to so much longer or shorter, so that what failed together does not come back together. */
    static final double JITTER = 0.25;

    private static final int DOUBLINGS_MAX = 16;

    private final RandomGenerator random;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Empty once it is to be given up.
     *
     * @param attempts how many have failed, this one included
     */
    Optional<Instant> next(int attempts, Instant createdAt, Instant now) {
        if (!now.isBefore(createdAt.plus(GIVEN_UP_AFTER))) {
            return Optional.empty();
        }
        long doubled = FIRST_PAUSE.toMillis() << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX);
        double pause = Math.min(doubled, LONGEST_PAUSE.toMillis()) * random.nextDouble(1 - JITTER, 1 + JITTER);
        return Optional.of(now.plusMillis((long) pause));
    }
}
