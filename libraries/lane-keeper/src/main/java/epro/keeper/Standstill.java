package epro.keeper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells work that waits and is done from work that waits and is not: nobody has got any further for a minute. */
final class Standstill {
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Count seen = new Count(0, -1);
    private Instant movedAt;

    Standstill(InstantSource clock) {
        this.clock = clock;
        this.movedAt = clock.instant();
    }

    /**
     * How far it has got.
     *
     * @param waiting records that nobody has reached
     * @param reached where all partitions stand, added up
     */
    record Count(long waiting, long reached) {}

    synchronized void note(Count now) {
        boolean nothingWaited = now.waiting() == 0 || seen.waiting() == 0;
        if (nothingWaited || now.reached() != seen.reached()) {
            movedAt = clock.instant();
        }
        seen = now;
    }

    synchronized long waiting() {
        return seen.waiting();
    }

    synchronized Instant since() {
        return movedAt;
    }

    synchronized boolean lasts() {
        return seen.waiting() > 0 && movedAt.isBefore(clock.instant().minus(TOO_LONG));
    }
}
