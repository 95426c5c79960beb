package epro.nmpa.regulator;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Permit;
import epro.nmpa.quota.Quota;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** One request on its way: tells the permit how long the regulator may be at it. */
final class Call {
    /** So long the regulator may need to notice that a connection is no more. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Permit permit;
    private final Quota quota;
    private final MonotonicTime time;
    private final Duration callTimeout;
    private final Supplier<ScheduledFuture<?>> timer;
    private volatile @Nullable ScheduledFuture<?> running;
    private Gate.@Nullable Turn turn;
    private volatile boolean written;
    private volatile boolean cutOff;
    private long writtenAt;

    /**
     * Nothing is written yet.
     *
     * @param timer starts the time that the call may take
     */
    Call(Permit permit, Quota quota, MonotonicTime time, Duration callTimeout, Supplier<ScheduledFuture<?>> timer) {
        this.permit = permit;
        this.quota = quota;
        this.time = time;
        this.callTimeout = callTimeout;
        this.timer = timer;
    }

    /** It has its turn, and now opens its connection. */
    void has(Gate.Turn granted) {
        turn = granted;
    }

    /** The turn that it writes in. */
    Gate.Turn turn() {
        return Objects.requireNonNull(turn, "nothing is written out of turn");
    }

    /** It is about to be written: what it waited for its turn does not count. */
    void written() {
        writtenAt = time.nanos();
        written = true;
        running = timer.get();
    }

    /** Whatever came of it, it is over, and its connection closed; the regulator may hear of a next one before it hears of that. */
    void over() {
        permit.keepFor(quota.jitter(), time.nanos());
        ScheduledFuture<?> started = running;
        if (started != null) {
            started.cancel(false);
        }
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

    /**
     * Its answer was not read to the end, and its connection is closed. Only where the regulator closed it, well before anybody
     * here would have, has it finished for sure.
     */
    void broken(Exception cause) {
        permit.keepFor(SETTLING, time.nanos());
        boolean closedByRegulator =
                cause instanceof NoHttpResponseException || cause instanceof ConnectionClosedException;
        boolean early = (time.nanos() - writtenAt) * 2 < callTimeout.toNanos();
        if (written && !(closedByRegulator && early && !cutOff)) {
            permit.keepFor(quota.processingLimit(), writtenAt);
        }
    }
}
