package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class BufferSettingsTest {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new BufferSettings(256, DataSize.ofMegabytes(16), 20_000, Duration.ofMinutes(10)));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of(
                        "intake.buffer.capacity", "7",
                        "intake.buffer.bytes-max", "1MB",
                        "intake.buffer.remembered", "0",
                        "intake.buffer.remembered-for", "5s")))
                .isEqualTo(new BufferSettings(7, DataSize.ofMegabytes(1), 0, Duration.ofSeconds(5)));
    }

    @Test
    void refusesACapacityOfNothing() {
        assertThatThrownBy(() -> bind(Map.of("intake.buffer.capacity", "0")))
                .hasRootCauseMessage("intake.buffer.capacity must be at least 1, was 0");
    }

    @Test
    void refusesLessRoomThanOneSubmissionMayNeed() {
        assertThatThrownBy(() -> bind(Map.of("intake.buffer.bytes-max", "1KB")))
                .hasRootCauseMessage("intake.buffer.bytes-max must be at least 262144, was 1024");
    }

    @Test
    void refusesAMemoryOfLessThanNothing() {
        assertThatThrownBy(() -> bind(Map.of("intake.buffer.remembered", "-1")))
                .hasRootCauseMessage("intake.buffer.remembered must be at least 0, was -1");
        assertThatThrownBy(() -> bind(Map.of("intake.buffer.remembered-for", "0s")))
                .hasRootCauseMessage("intake.buffer.remembered-for must be positive, was PT0S");
    }

    private static BufferSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("intake.buffer", BufferSettings.class);
    }
}
