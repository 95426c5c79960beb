package epro.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(RandomGenerator.getDefault());

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "6,160", "7,300", "100,300"})
    void waitsTwiceAsLongEachTimeUpToFiveMinutes(int attempts, int seconds) {
        for (int round = 0; round < 1_000; round++) {
            Instant next = policy.next(attempts, NOW, NOW);
            double pause = Duration.between(NOW, next).toMillis() / 1_000.0;
            assertThat(pause).isBetween(seconds * 0.75 - 0.001, seconds * 1.25);
        }
    }

    @Test
    void spreadsWhatFailedTogether() {
        assertThat(policy.next(5, NOW, NOW)).isNotEqualTo(policy.next(5, NOW, NOW));
    }

    @Test
    void triesEveryHourWhatIsADayOldAndNeverGivesItUp() {
        Instant aDayLater = NOW.plus(Duration.ofHours(24));
        assertThat(policy.isOverdue(NOW, aDayLater.minusMillis(1))).isFalse();
        assertThat(policy.isOverdue(NOW, aDayLater)).isTrue();
        assertThat(policy.next(300, NOW, aDayLater))
                .isBetween(aDayLater.plus(Duration.ofMinutes(45)), aDayLater.plus(Duration.ofMinutes(75)));
        Instant years = NOW.plus(Duration.ofDays(1_000));
        assertThat(policy.next(30_000, NOW, years)).isAfter(years);
    }
}
