package epro.intake.buffer;

import java.time.Duration;

/**
 * How fast the buffer empties: the acknowledgements of the last ten seconds, at most 256 of them. Confined to the
 * buffer's lock.
 */
final class DrainRate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration WAIT_MIN = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private final long[] drainedAt = new long[256];
    private long drained;

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
            return clamp(Duration.ofNanos(oldestWaitedNanos));
        }
        long span = Math.max(1, now - drainedAt[slot(first)]);
        return clamp(Duration.ofNanos(Math.round((double) waiting * span / recent)));
    }

    private int slot(long count) {
        return (int) (count % drainedAt.length);
    }

    private static Duration clamp(Duration wait) {
        if (wait.compareTo(WAIT_MIN) < 0) {
            return WAIT_MIN;
        }
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
