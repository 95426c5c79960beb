package epro.nmpa.lease;

import java.time.Duration;
import java.util.Optional;

/** The one row over which replicas agree. Each call is atomic, and its times are those of the database. */
interface LeaseRecord {

    /** Takes the lease if nothing of an earlier holder can be in flight any more; empty if something may be. */
    Optional<Tenure> take(String holder, LeaseTerms terms);

    /** Whether it was extended: only if nobody has taken it since. */
    boolean renew(long fencing, LeaseTerms terms);

    /** Ends it, unless somebody else has taken it; a successor waits for so long from now. */
    void release(long fencing, Duration quiet);

    /** Remembers for whoever comes next that the regulator wants to be left alone. */
    void pause(long fencing, Duration span);
}
