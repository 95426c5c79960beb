package epro.simulator.regulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A monotonic clock that moves when it is told to. */
final class SetClock implements LongSupplier {

    private final AtomicLong nanos;

    SetClock() {
        this(0);
    }

    SetClock(long nanos) {
        this.nanos = new AtomicLong(nanos);
    }

    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }
}
