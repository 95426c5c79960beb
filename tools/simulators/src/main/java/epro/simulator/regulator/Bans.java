package epro.simulator.regulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Which addresses are banned, and for how much longer. Thread-safe. */
final class Bans {

    private final Duration length;
    private final LongSupplier nanoTime;
    private final Map<String, Long> ends = new HashMap<>();

    Bans(Duration length, LongSupplier nanoTime) {
        this.length = length;
        this.nanoTime = nanoTime;
    }

    /** Bans the address from now on, also if it is banned already. */
    synchronized void ban(String address) {
        ends.put(address, nanoTime.getAsLong() + length.toNanos());
    }

    /** How long the address stays banned; empty if it is not. */
    synchronized Optional<Duration> left(String address) {
        Long end = ends.get(address);
        long left = end == null ? 0 : end - nanoTime.getAsLong();
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }

    synchronized void clear() {
        ends.clear();
    }
}
