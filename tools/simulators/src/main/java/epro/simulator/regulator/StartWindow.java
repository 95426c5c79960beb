package epro.simulator.regulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Counts starts in the second that ends now. A start exactly a second old counts no more. Thread-safe; the clock is read in
 * turn, so that starts are counted in the order of their times.
 */
final class StartWindow {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final Deque<Long> starts = new ArrayDeque<>();

    StartWindow(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Enters a start and says how many there are in the second that ends with it. */
    synchronized int enter() {
        long now = nanoTime.getAsLong();
        starts.addLast(now);
        while (now - starts.getFirst() >= SECOND_NANOS) {
            starts.removeFirst();
        }
        return starts.size();
    }
}
