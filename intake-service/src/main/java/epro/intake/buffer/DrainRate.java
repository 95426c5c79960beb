package epro.intake.buffer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast the buffer empties: the acknowledgements of the last ten seconds, at most 256 of them. What it tells is spread, so that a
 * crowd refused together does not come back together: for a rate of {@code r} a second, {@code n} submissions that wait, and a crowd
 * of {@code c}, it is any of the whole seconds from {@code n / r} to {@code n / r + max(1, n / r / 2, c / r)}, all as likely; the
 * least is between 1 and 40, the most 60 at most. So a crowd comes back in about the time in which it can be taken. Confined to the
 * buffer's lock.
 */
final class DrainRate {
    private static final double NANOS_IN_MILLI = 1e6;
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /** In seconds, before more is added. */
    private static final int LEAST_MAX = 40;

    /** In seconds, with what is added. */
    private static final int MOST = 60;

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
     * How long until those that wait have drained; where nothing drained lately, as long again as the oldest has waited, whatever the
     * crowd.
     *
     * @param waiting how many submissions are on their way
     * @param crowd how many were refused lately, this one included
     * @param now in nanoseconds, as all times here
     * @return between 1 and 60 seconds
     */
    Duration untilDrained(int waiting, int crowd, long oldestWaitedNanos, long now) {
        long first = Math.max(0, drained - drainedAt.length);
        while (first < drained && now - drainedAt[slot(first)] > WINDOW_NANOS) {
            first++;
        }
        long recent = drained - first;
        if (recent == 0) {
            return spread(seconds((double) oldestWaitedNanos), 0);
        }
        double nanosForOne = (double) Math.max(1, now - drainedAt[slot(first)]) / recent;
        return spread(seconds(waiting * nanosForOne), seconds(crowd * nanosForOne));
    }

    private int slot(long count) {
        return (int) (count % drainedAt.length);
    }

    /** Rounded up, as Retry-After has whole ones, but for less than half a millisecond. */
    private static long seconds(double nanos) {
        return Math.ceilDiv(Math.round(nanos / NANOS_IN_MILLI), 1_000L);
    }

    private Duration spread(long until, long crowd) {
        int least = Math.clamp(until, 1, LEAST_MAX);
        int more = Math.clamp(Math.max(least / 2, crowd), 1, MOST - least);
        return Duration.ofSeconds(least + random.nextInt(1 + more));
    }
}
