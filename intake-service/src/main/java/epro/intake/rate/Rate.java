package epro.intake.rate;

import epro.support.start.IllegalSetting;

/**
 * So many at once, and so many a second in the long run.
 *
 * @param burst at least 1
 * @param perSecond at least 1
 */
record Rate(int burst, int perSecond) {

    Rate {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalSetting(
                    "intake.rate",
                    "must be at least 1 at once and 1 a second, was %d and %d".formatted(burst, perSecond));
        }
    }

    /** How many seconds it takes from so many left to the whole burst. */
    long secondsToFull(long left) {
        return Math.ceilDiv(burst - left, (long) perSecond);
    }
}
