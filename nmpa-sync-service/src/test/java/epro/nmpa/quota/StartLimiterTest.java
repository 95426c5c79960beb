package epro.nmpa.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartLimiterTest {
    private static final int STARTS = 10;
    private static final Duration WINDOW = Duration.ofMillis(1_050);

    private final StartLimiter limiter = new StartLimiter(STARTS, WINDOW);

    @Test
    void letsTenThroughAtOnceAndTheEleventhWhenTheFirstIsAWindowOld() {
        startAll(STARTS, 0);

        assertThat(limiter.delay(0)).isEqualTo(WINDOW.toNanos());
        assertThat(limiter.delay(WINDOW.toNanos() - 1)).isEqualTo(1);
        assertThat(limiter.delay(WINDOW.toNanos())).isZero();
    }

    @Test
    void savesNothingUpWhileIdle() {
        startAll(STARTS, 0);
        long hourLater = Duration.ofHours(1).toNanos();
        startAll(STARTS, hourLater);

        assertThat(limiter.delay(hourLater)).isEqualTo(WINDOW.toNanos());
    }

    @Test
    void countsAStartFromWhenItWasOverNotFromWhenItWasAllowed() {
        assertThat(limiter.delay(0)).isZero();
        startAll(1, 900);
        startAll(STARTS - 1, 900);

        assertThat(limiter.delay(1_000)).isEqualTo(WINDOW.toNanos() - 100);
    }

    @Test
    void worksAcrossTheOverflowOfTheClock() {
        long start = Long.MAX_VALUE - Duration.ofMillis(500).toNanos();
        startAll(STARTS, start);

        assertThat(limiter.delay(start + Duration.ofMillis(1_000).toNanos()))
                .isEqualTo(Duration.ofMillis(50).toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20_260, 777_777})
    void neverLetsMoreThanTenIntoAnyWindowWhateverTheSchedule(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Long> started = new ArrayList<>();
        long now = random.nextLong();
        long begin = now;
        for (int i = 0; i < 20_000; i++) {
            now += pause(random);
            if (limiter.delay(now) <= 0) {
                now += random.nextLong(2_000_000);
                limiter.started(now);
                started.add(now - begin);
            } else if (random.nextBoolean()) {
                now += limiter.delay(now);
            }
        }
        assertThat(started).hasSizeGreaterThan(1_000);
        for (int i = STARTS; i < started.size(); i++) {
            assertThat(started.get(i) - started.get(i - STARTS))
                    .isGreaterThan(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void refusesWhatCanNotBeKept() {
        assertThatThrownBy(() -> new StartLimiter(0, WINDOW)).hasMessage("starts must be at least 1, was 0");
        assertThatThrownBy(() -> new StartLimiter(1, Duration.ZERO)).hasMessage("window must be positive, was PT0S");
    }

    /** Mostly bursts, now and then idle. */
    private static long pause(RandomGenerator random) {
        return random.nextInt(50) == 0
                ? random.nextLong(Duration.ofSeconds(5).toNanos())
                : random.nextLong(Duration.ofMillis(20).toNanos());
    }

    private void startAll(int number, long now) {
        for (int i = 0; i < number; i++) {
            assertThat(limiter.delay(now)).isNotPositive();
            limiter.started(now);
        }
    }
}
