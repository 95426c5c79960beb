package epro.nmpa.lease;

import epro.nmpa.quota.MonotonicTime;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The right of one replica to speak to the regulator.
 *
 * <ul>
 *   <li>At any time at most one replica holds it; a fencing number tells it from those before.
 *   <li>It is held only until a deadline by the machine's own clock, counted from before the renewal was sent: however late its
 *       answer came, and however long the process stood still.
 *   <li>A successor waits until the lease has run out and nothing of its holder can be in flight any more.
 * </ul>
 */
public final class Lease {
    private final LeaseRecord record;
    private final MonotonicTime time;
    private final LeaseTerms terms;
    private final String holder = UUID.randomUUID().toString();
    private volatile Term term;

    Lease(LeaseRecord record, MonotonicTime time, LeaseTerms terms) {
        this.record = record;
        this.time = time;
        this.terms = terms;
        this.term = new Term(0, time.nanos());
    }

    /** Whether the regulator may be spoken to at this very moment. */
    public boolean isHeld() {
        return term.deadline() - time.nanos() > 0;
    }

    /** The number of the lease that this replica had last; 0 if it never had one. */
    public long fencing() {
        return term.fencing();
    }

    /** Asks for it; empty if somebody else may still be at work. */
    public synchronized Optional<Tenure> take() {
        long sent = time.nanos();
        Optional<Tenure> tenure = record.take(holder, terms);
        tenure.ifPresent(taken -> believe(taken.fencing(), sent));
        return tenure;
    }

    /** Extends it, even after its end if nobody has taken it since. */
    public synchronized boolean renew() {
        long sent = time.nanos();
        boolean extended = term.fencing() > 0 && record.renew(term.fencing(), terms);
        if (extended) {
            believe(term.fencing(), sent);
        } else {
            giveUp();
        }
        return extended;
    }

    /** After what time whoever works under it ought to renew it. */
    public Duration renewEvery() {
        return terms.renewEvery();
    }

    /**
     * Gives it up.
     *
     * @param quiet for how long something that was started may still be at work
     */
    public synchronized void release(Duration quiet) {
        long fencing = term.fencing();
        giveUp();
        if (fencing > 0) {
            record.release(fencing, quiet);
        }
    }

    /** The regulator wants to be left alone for so long, by whoever holds the lease then. */
    public void pause(Duration span) {
        record.pause(term.fencing(), span);
    }

    private void giveUp() {
        term = new Term(0, time.nanos());
    }

    private void believe(long fencing, long sent) {
        term = new Term(fencing, sent + terms.believed().toNanos());
    }

    private record Term(long fencing, long deadline) {}
}
