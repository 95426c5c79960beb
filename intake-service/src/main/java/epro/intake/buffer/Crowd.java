package epro.intake.buffer;

import java.time.Duration;

/**
 * Who is refused for want of room. Confined to the buffer's lock.
 *
 * <ul>
 *   <li>Whether so many are that reading what they bring would only take the processors from what is taken: of those that come to a
 *       full buffer 256 a second are read, a sixteenth of them in each sixteenth of a second.
 *   <li>How many were lately, read or not: in this second and the one before.
 * </ul>
 */
final class Crowd {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOMENT_NANOS = SECOND_NANOS / 16;
    private static final int READ_MAX = 16;

    private long momentBegunAt;
    private int read;
    private long secondBegunAt;
    private int inThisSecond;
    private int inTheLast;

    Crowd(long now) {
        momentBegunAt = now;
        secondBegunAt = now;
    }

    /** One was read before it was refused. */
    void read(long now) {
        read = readLately(now) + 1;
    }

    boolean isTooDense(long now) {
        return readLately(now) >= READ_MAX;
    }

    /**
     * One is refused, whether it was read or not.
     *
     * @return how many were lately, this one included
     */
    int refused(long now) {
        long passed = now - secondBegunAt;
        if (passed >= SECOND_NANOS) {
            inTheLast = passed < 2 * SECOND_NANOS ? inThisSecond : 0;
            inThisSecond = 0;
            secondBegunAt = now - passed % SECOND_NANOS;
        }
        inThisSecond++;
        return inTheLast + inThisSecond;
    }

    private int readLately(long now) {
        if (now - momentBegunAt >= MOMENT_NANOS) {
            momentBegunAt = now;
            read = 0;
        }
        return read;
    }
}
