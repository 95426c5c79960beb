package epro.nmpa.quota;

import java.time.Duration;

/** The time until which nobody may start anything, because the regulator said so. Thread-safe. */
public final class Pause {
    private final MonotonicTime time;
    private long until;

    public Pause(MonotonicTime time) {
        this.time = time;
        this.until = time.nanos();
    }

    /** From now on for so long; a pause that would end later stays as it is. */
    public synchronized void extend(Duration span) {
        long end = time.nanos() + span.toNanos();
        if (end - until > 0) {
            until = end;
        }
    }

    /** Nanoseconds until work may go on, at most 0 if it may. */
    public synchronized long remaining() {
        return until - time.nanos();
    }

    /** Returns when there is no pause. */
    public void await() throws InterruptedException {
        for (long wait = remaining(); wait > 0; wait = remaining()) {
            time.pass(wait);
        }
    }
}
