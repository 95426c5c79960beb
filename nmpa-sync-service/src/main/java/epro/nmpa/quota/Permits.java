package epro.nmpa.quota;

import java.util.concurrent.Semaphore;

/**
 * The places for what is in flight.
 *
 * <ul>
 *   <li>Never more permits are out than there are places.
 *   <li>A permit that was closed is given back once, right away or when the time is up until which it had to be kept.
 *   <li>Whoever waits costs a parked thread and is served in turn; whoever is interrupted takes nothing.
 * </ul>
 */
public final class Permits {
    private final int places;
    private final Semaphore free;
    private final MonotonicTime time;
    private final Later later;
    private long lastIsKeptUntil;

    public Permits(int places, MonotonicTime time, Later later) {
        if (places < 1) {
            throw new IllegalArgumentException("places must be at least 1, was " + places);
        }
        this.places = places;
        this.free = new Semaphore(places, true);
        this.time = time;
        this.later = later;
        this.lastIsKeptUntil = time.nanos();
    }

    /** Waits for a place; the caller closes the permit. */
    public Permit acquire() throws InterruptedException {
        free.acquire();
        return new Permit(this, time.nanos());
    }

    /** How many permits are out, those kept after their call included. */
    public int inFlight() {
        return places - free.availablePermits();
    }

    /** How many nanoseconds from now the last of the permits that were closed is kept; at most 0 if none is. */
    public synchronized long kept() {
        return lastIsKeptUntil - time.nanos();
    }

    void giveBack(long keptUntil) {
        long wait = keptUntil - time.nanos();
        if (wait <= 0) {
            free.release();
        } else {
            keep(keptUntil);
            later.after(wait, free::release);
        }
    }

    private synchronized void keep(long until) {
        if (until - lastIsKeptUntil > 0) {
            lastIsKeptUntil = until;
        }
    }
}
