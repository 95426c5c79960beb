package epro.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The middle and the slow end of some durations, in milliseconds. */
record Percentiles(double p50, double p99) {

    /** By nearest rank; null for none. */
    static @Nullable Percentiles of(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        return sorted.isEmpty() ? null : new Percentiles(rank(sorted, 0.50), rank(sorted, 0.99));
    }

    private static double rank(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return Math.round(sorted.get(index).toNanos() / 100_000.0) / 10.0;
    }
}
