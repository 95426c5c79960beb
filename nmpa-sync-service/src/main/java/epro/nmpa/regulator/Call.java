package epro.nmpa.regulator;

import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Permit;
import epro.nmpa.quota.Quota;
import java.io.InterruptedIOException;
import java.time.Duration;

/** One request on its way: tells the permit how long the regulator may be at it. */
final class Call {
    /** So long the regulator may need to notice that a connection is no more. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Permit permit;
    private final Quota quota;
    private final MonotonicTime time;
    private volatile boolean written;
    private volatile boolean cutOff;
    private long writtenAt;

    Call(Permit permit, Quota quota, MonotonicTime time) {
        this.permit = permit;
        this.quota = quota;
        this.time = time;
    }

    /** It is about to be written. */
    void written() {
        writtenAt = time.nanos();
        written = true;
    }

    boolean isWritten() {
        return written;
    }

    /** Nobody waits for the answer any longer. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** Its answer was not read to the end, and its connection is closed. */
    void broken(Exception cause) {
        permit.keepFor(SETTLING, time.nanos());
        boolean byUs = cutOff
                || cause instanceof InterruptedIOException
                || Thread.currentThread().isInterrupted();
        if (written && byUs) {
            permit.keepFor(quota.processingLimit(), writtenAt);
        }
    }
}
