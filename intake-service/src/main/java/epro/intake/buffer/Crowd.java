package epro.intake.buffer;

import java.time.Duration;

/**
 * Whether so many are refused for want of room that reading what they bring would only take the processors from what is taken: of those
 * that come to a full buffer 256 a second are read, a sixteenth of them in each sixteenth of a second. Confined to the buffer's lock.
 */
final class Crowd {
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos() / 16;
    private static final int READ_MAX = 16;

    private long begunAt;
    private int refused;

    Crowd(long now) {
        begunAt = now;
    }

    void refused(long now) {
        refused = refusedLately(now) + 1;
    }

    boolean isTooDense(long now) {
        return refusedLately(now) >= READ_MAX;
    }

    private int refusedLately(long now) {
        if (now - begunAt >= WINDOW_NANOS) {
            begunAt = now;
            refused = 0;
        }
        return refused;
    }
}
