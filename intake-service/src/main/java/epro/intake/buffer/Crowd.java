package epro.intake.buffer;

import java.time.Duration;

/**
 * How many were read within a second and refused for want of room. Beyond so many, reading what is going to be refused only takes the
 * processors from what is taken. Confined to the buffer's lock.
 */
final class Crowd {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int READ_MAX = 256;

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
        if (now - begunAt >= SECOND_NANOS) {
            begunAt = now;
            refused = 0;
        }
        return refused;
    }
}
