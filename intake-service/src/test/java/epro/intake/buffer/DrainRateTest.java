package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrainRateTest {
    private final DrainRate rate = new DrainRate(() -> 0);
    private final DrainRate spreading = new DrainRate(new SplittableRandom(1));

    @Test
    void dividesWhatWaitsByWhatDrainedLately() {
        drain(20, Duration.ofMillis(100));

        assertThat(rate.untilDrained(50, 1, 0, Duration.ofSeconds(2).toNanos())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void countsOnlyTheLast256() {
        drain(1_000, Duration.ofMillis(10));

        assertThat(rate.untilDrained(256, 1, 0, Duration.ofSeconds(10).toNanos()))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void forgetsWhatIsLongPast() {
        drain(100, Duration.ofMillis(1));

        var wait = rate.untilDrained(
                4, 1, Duration.ofSeconds(7).toNanos(), Duration.ofMinutes(5).toNanos());

        assertThat(wait).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void staysBetweenOneAndSixtySeconds() {
        assertThat(rate.untilDrained(4, 1, 0, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rate.untilDrained(4, 1, Duration.ofHours(1).toNanos(), 0)).isEqualTo(Duration.ofSeconds(40));
        rate.drained(0);
        assertThat(rate.untilDrained(256, 1, 0, Duration.ofSeconds(9).toNanos()))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void spreadsWhatItTellsOverHalfAsLongAgain() {
        assertThat(told(1, Duration.ofSeconds(20))).isEqualTo(all(20, 30));
        assertThat(told(1, Duration.ZERO)).isEqualTo(all(1, 2));
        assertThat(told(1, Duration.ofHours(1))).isEqualTo(all(40, 60));
    }

    @Test
    void spreadsACrowdOverAsLongAsItTakesToDrain() {
        drain(1_000, Duration.ofMillis(2));

        assertThat(told(1, Duration.ZERO)).isEqualTo(all(1, 2));
        assertThat(told(3_000, Duration.ZERO)).isEqualTo(all(1, 7));
        assertThat(told(10_000, Duration.ZERO)).isEqualTo(all(1, 21));
        assertThat(told(1_000_000, Duration.ZERO)).isEqualTo(all(1, 60));
    }

    @Test
    void knowsNothingOfACrowdWhereNothingDrainedLately() {
        assertThat(told(10_000, Duration.ofSeconds(4))).isEqualTo(all(4, 6));
    }

    /** After two seconds, with 256 on their way. */
    private List<Long> told(int crowd, Duration oldest) {
        long now = Duration.ofSeconds(2).toNanos();
        return IntStream.range(0, 2_000)
                .mapToObj(_ -> spreading.untilDrained(256, crowd, oldest.toNanos(), now))
                .map(Duration::toSeconds)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Long> all(long least, long most) {
        return LongStream.rangeClosed(least, most).boxed().toList();
    }

    private void drain(int count, Duration pause) {
        for (int i = 0; i < count; i++) {
            rate.drained(i * pause.toNanos());
            spreading.drained(i * pause.toNanos());
        }
    }
}
