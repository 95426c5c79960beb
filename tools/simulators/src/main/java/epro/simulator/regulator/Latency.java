package epro.simulator.regulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long the register works at a request: always the same, or anything between two bounds.
 *
 * @param atMost equal to {@code atLeast} for a fixed latency
 */
public record Latency(Duration atLeast, Duration atMost) {

    public Latency {
        if (atLeast.isNegative() || atMost.compareTo(atLeast) < 0) {
            throw new IllegalArgumentException("latency must be 0 or more, and rising, was " + atLeast + ".." + atMost);
        }
    }

    /** Reads {@code 300ms}, {@code 3s}, or {@code 50ms..3s} for anything between. */
    public static Latency parse(String text) {
        String[] bounds = text.split("\\.\\.", 2);
        return new Latency(Durations.parse(bounds[0]), Durations.parse(bounds[bounds.length - 1]));
    }

    Duration draw(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(atLeast.toNanos(), atMost.toNanos() + 1));
    }
}
