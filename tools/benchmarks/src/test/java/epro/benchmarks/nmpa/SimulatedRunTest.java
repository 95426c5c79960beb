package epro.benchmarks.nmpa;

import static org.assertj.core.api.Assertions.assertThat;

import epro.nmpa.quota.Quota;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedRunTest {
    private static final int TRIALS = 3_000;
    private static final Quota QUOTA = NmpaBench.QUOTA;

    @ParameterizedTest
    @CsvSource({"300, 1", "300, 2", "1000, 3", "3000, 4", "3000, 5"})
    void takesHardlyLongerThanAnyClientWouldThatKeepsTheDistance(long latencyMillis, long seed)
            throws IOException, InterruptedException {
        Duration latency = Duration.ofMillis(latencyMillis);
        SimulatedRun.Played played = SimulatedRun.play(TRIALS, QUOTA, latency, Trouble.NONE, seed);

        assertThat(played.seconds())
                .isBetween(Bound.seconds(TRIALS, QUOTA, latency), 1.01 * Bound.guardedSeconds(TRIALS, QUOTA, latency));
        assertThat(played.answered()).hasSize(TRIALS);
        assertThat(played.witness().startsMost()).isBetween(1, 10);
        assertThat(played.witness().openMost()).isBetween(1, 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20_260, 777_777})
    void keepsTheQuotaOnABadDay(long seed) throws IOException, InterruptedException {
        SimulatedRun.Played played = SimulatedRun.play(TRIALS, QUOTA, Duration.ofSeconds(1), Trouble.BAD_DAY, seed);

        assertThat(played.answered()).hasSize(TRIALS);
        assertThat(played.witness().requests()).isGreaterThan(TRIALS);
        assertThat(played.witness().violations(10, 10)).isZero();
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException, InterruptedException {
        Duration latency = Duration.ofMillis(300);
        SimulatedRun.Played once = SimulatedRun.play(500, QUOTA, latency, Trouble.BAD_DAY, 1);
        SimulatedRun.Played again = SimulatedRun.play(500, QUOTA, latency, Trouble.BAD_DAY, 1);
        SimulatedRun.Played other = SimulatedRun.play(500, QUOTA, latency, Trouble.BAD_DAY, 2);

        assertThat(again.answered()).isEqualTo(once.answered());
        assertThat(other.answered()).isNotEqualTo(once.answered());
    }
}
