package epro.nmpa.quota;

import java.time.Duration;

/**
 * A sliding log of the last starts.
 *
 * <ul>
 *   <li>In any span of the window's length there are at most so many starts, whatever came before: an idle time saves
 *       nothing up, unlike with a bucket of tokens.
 *   <li>Pure: time is passed in, and nothing is ever waited for.
 *   <li>Not thread-safe; {@link Gate} lets one in at a time.
 * </ul>
 */
public final class StartLimiter {
    private final long[] log;
    private final long window;
    private int next;
    private long started;

    /**
     * Begins with an empty log.
     *
     * @param starts how many of them the window may hold
     * @param window the regulator's span, and on top of it what the way to the regulator may shorten the gap between two starts
     */
    public StartLimiter(int starts, Duration window) {
        if (starts < 1) {
            throw new IllegalArgumentException("starts must be at least 1, was " + starts);
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window must be positive, was " + window);
        }
        this.log = new long[starts];
        this.window = window.toNanos();
    }

    /** How many nanoseconds from now the next start has to wait; at most 0 if it need not. */
    public long delay(long now) {
        return started < log.length ? 0 : log[next] + window - now;
    }

    /** Something has started, at the latest now: told afterwards, so that no stall before it makes the gap to the next too small. */
    public void started(long now) {
        log[next] = now;
        next = (next + 1) % log.length;
        started++;
    }
}
