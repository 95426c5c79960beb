package epro.nmpa.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One place among what is in flight, until it is closed. Used by the thread that acquired it. */
public final class Permit implements AutoCloseable {
    private final Permits permits;
    private final AtomicBoolean closed = new AtomicBoolean();
    private long keptUntil;

    Permit(Permits permits, long acquired) {
        this.permits = permits;
        this.keptUntil = acquired;
    }

    /** It is not given back before so much time has passed since then, even if it is closed earlier: the other side may be at it. */
    public void keepFor(Duration span, long since) {
        long until = since + span.toNanos();
        if (until - keptUntil > 0) {
            keptUntil = until;
        }
    }

    /** Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            permits.giveBack(keptUntil);
        }
    }
}
