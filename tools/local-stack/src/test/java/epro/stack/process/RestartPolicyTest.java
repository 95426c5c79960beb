package epro.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private final RestartPolicy policy = new RestartPolicy();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void startsAgainAfterFiveDeathsInAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(diesAfterSeconds(10)).isTrue();
        }
    }

    @Test
    void givesUpAtTheSixthDeathInAMinute() {
        for (int i = 0; i < 5; i++) {
            diesAfterSeconds(10);
        }
        assertThat(diesAfterSeconds(10)).isFalse();
    }

    @Test
    void forgetsDeathsThatAreOlderThanAMinute() {
        for (int i = 0; i < 50; i++) {
            assertThat(diesAfterSeconds(13)).isTrue();
        }
    }

    private boolean diesAfterSeconds(int seconds) {
        now = now.plusSeconds(seconds);
        return policy.startsAgainAfterDeathAt(now);
    }
}
