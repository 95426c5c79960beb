package epro.benchmarks.intake;

import epro.benchmarks.Scale;
import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param warmUp of each way
 * @param measured of each way in a round, at full speed and once more at a steady pace
 * @param limitRecords for Kafka's own tool in a round
 * @param overload for how long too much comes; zero: not at all
 */
record Size(Duration warmUp, Duration measured, long limitRecords, Duration overload) {

    static Size of(Scale scale) {
        return scale.quick()
                ? new Size(Duration.ofSeconds(4), Duration.ofSeconds(2), 20_000, Duration.ZERO)
                : new Size(Duration.ofSeconds(75), Duration.ofSeconds(8), 150_000, Duration.ofSeconds(60));
    }

    boolean whole() {
        return overload.isPositive();
    }
}
