package epro.intake.buffer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast the buffer empties: the acknowledgements of the last ten seconds, at most 256 of them. What it tells is spread over half
 * as long again, so that a crowd refused together does not come back together. Confined to the buffer's lock.
 */
final class DrainRate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /** In seconds, before half as much is added: a minute at most. */
    private static final int LEAST_MAX = 40;

    private final RandomGenerator random;
    private final long[] drainedAt = new long[256];
    private long drained;

    DrainRate(RandomGenerator random) {
        this.random = random;
    }

    void drained(long now) {
        drainedAt[slot(drained)] = now;
        drained++;
    }

    /**
     * How long until this many have drained; where nothing drained lately, as long again as the oldest has waited.
     *
     * @return between 1 and 60 seconds
     */
    Duration untilDrained(int waiting, long oldestWaitedNanos, long now) {
        long first = Math.max(0, drained - drainedAt.length);
        while (first < drained && now - drainedAt[slot(first)] > WINDOW_NANOS) {
            first++;
        }
        long recent = drained - first;
        if (recent == 0) {
            return spread(Duration.ofNanos(oldestWaitedNanos));
        }
        long span = Math.max(1, now - drainedAt[slot(first)]);
        return spread(Duration.ofNanos(Math.round((double) waiting * span / recent)));
    }

    private int slot(long count) {
        return (int) (count % drainedAt.length);
    }

    /** Whole seconds, as Retry-After has them. */
    private Duration spread(Duration wait) {
        int least = Math.clamp(Math.ceilDiv(wait.toMillis(), 1_000L), 1, LEAST_MAX);
        int more = random.nextInt(1 + Math.max(1, least / 2));
        return Duration.ofSeconds(least + more);
    }
}
