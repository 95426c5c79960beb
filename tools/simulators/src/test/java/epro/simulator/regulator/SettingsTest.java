package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void hasUsualValues() {
        RegulatorSettings settings = RegulatorSettings.of(Map.of());
        assertThat(settings.allowed()).isEqualTo(new Allowance(10, 10));
        assertThat(settings.latency()).isEqualTo(new Latency(Duration.ofMillis(50), Duration.ofMillis(300)));
        assertThat(settings.errors()).isEqualTo(ErrorMix.NONE);
        assertThat(settings.ban()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.hang()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void takesItsValuesFromTheEnvironment() {
        RegulatorSettings settings = RegulatorSettings.of(Map.of(
                "REGULATOR_PORT", "8086",
                "REGULATOR_CONNECTIONS", "4",
                "REGULATOR_STARTS_IN_A_SECOND", "60",
                "REGULATOR_LATENCY", "3s",
                "REGULATOR_ERRORS", "hang=0.5",
                "REGULATOR_HANG", "1m",
                "REGULATOR_BAN", "1.5s",
                "REGULATOR_SEED", "9"));
        assertThat(settings)
                .isEqualTo(new RegulatorSettings(
                        RegulatorSettings.LOOPBACK,
                        8086,
                        new Allowance(4, 60),
                        new Latency(Duration.ofSeconds(3), Duration.ofSeconds(3)),
                        new ErrorMix(Map.of(Fault.HANG, 0.5)),
                        Duration.ofMinutes(1),
                        Duration.ofMillis(1500),
                        9));
    }

    @Test
    void drawsLatenciesBetweenTheirBounds() {
        Latency latency = Latency.parse("50ms..3s");
        Random random = new Random(3);
        assertThat(IntStream.range(0, 1000).mapToObj(_ -> latency.draw(random)))
                .allMatch(drawn -> drawn.toMillis() >= 50 && drawn.toMillis() <= 3000)
                .anyMatch(drawn -> drawn.toMillis() < 500)
                .anyMatch(drawn -> drawn.toMillis() > 2500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGULATOR_CONNECTIONS", "REGULATOR_STARTS_IN_A_SECOND"})
    void refusesToAllowNothing(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegulatorSettings.of(Map.of(name, "0")))
                .withMessageContaining("at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3h", "-1s", "3s..1s", "1s..", "a..b"})
    void refusesALatencyThatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Latency.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "hang=x", "hang=-0.1", "hang=0.7,empty=0.7", "sulk=0.1"})
    void refusesErrorsThatAreNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorMix.parse(text));
    }
}
