package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Strike;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Instant HEALED = Instant.parse("2026-11-25T12:00:10Z");

    @Test
    void isFromHealingToWhatComesNext() {
        Strike strike = new Strike("kill-kafka", HEALED.minusSeconds(5), HEALED, true, "seen", List.of());

        assertThat(Recovery.of(
                        List.of(strike),
                        List.of(HEALED.minusSeconds(1), HEALED.plusMillis(1_500), HEALED.plusSeconds(9)),
                        List.of(HEALED.minusSeconds(2))))
                .containsExactly(new Recovery("kill-kafka", 1.5, null));
    }
}
