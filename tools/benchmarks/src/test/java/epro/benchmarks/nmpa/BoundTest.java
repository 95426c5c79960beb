package epro.benchmarks.nmpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import epro.nmpa.quota.Quota;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final Quota QUOTA = NmpaBench.QUOTA;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(3);

    @Test
    void isThatOfTheScarcerOfStartsAndConnections() {
        assertThat(Bound.seconds(3_000, QUOTA, SHORT)).isCloseTo(299.3, within(1e-9));
        assertThat(Bound.seconds(3_000, QUOTA, LONG)).isCloseTo(900, within(1e-9));
        assertThat(Bound.seconds(1, QUOTA, SHORT)).isCloseTo(0.3, within(1e-9));
        assertThat(Bound.guardedSeconds(3_000, QUOTA, LONG)).isCloseTo(945, within(1e-9));
    }

    @Test
    void tellsHowManyTrialsFit() {
        int trials = Bound.trialsWithin(57, QUOTA, SHORT);

        assertThat(Bound.guardedSeconds(trials, QUOTA, SHORT)).isLessThanOrEqualTo(57);
        assertThat(Bound.guardedSeconds(trials + 10, QUOTA, SHORT)).isGreaterThan(57);
    }
}
