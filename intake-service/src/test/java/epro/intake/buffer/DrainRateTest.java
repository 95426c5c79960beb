package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainRateTest {
    private final DrainRate rate = new DrainRate();

    @Test
    void dividesWhatWaitsByWhatDrainedLately() {
        drain(20, Duration.ofMillis(100));

        assertThat(rate.untilDrained(50, 0, Duration.ofSeconds(2).toNanos())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void countsOnlyTheLast256() {
        drain(1_000, Duration.ofMillis(10));

        assertThat(rate.untilDrained(256, 0, Duration.ofSeconds(10).toNanos()))
                .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(2_600));
    }

    @Test
    void forgetsWhatIsLongPast() {
        drain(100, Duration.ofMillis(1));

        var wait = rate.untilDrained(
                4, Duration.ofSeconds(7).toNanos(), Duration.ofMinutes(5).toNanos());

        assertThat(wait).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void staysBetweenOneAndSixtySeconds() {
        assertThat(rate.untilDrained(4, 0, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rate.untilDrained(4, Duration.ofHours(1).toNanos(), 0)).isEqualTo(Duration.ofSeconds(60));
        rate.drained(0);
        assertThat(rate.untilDrained(256, 0, Duration.ofSeconds(9).toNanos())).isEqualTo(Duration.ofSeconds(60));
    }

    private void drain(int count, Duration pause) {
        for (int i = 0; i < count; i++) {
            rate.drained(i * pause.toNanos());
        }
    }
}
