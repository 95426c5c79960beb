package epro.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LogSettingsTest {
    private static final String BROKERS = "intake.log.brokers";
    private static final String REGISTRY = "intake.log.registry";

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of(BROKERS, "broker:9092", REGISTRY, "http://registry")))
                .isEqualTo(new LogSettings("broker:9092", "http://registry"));
    }

    @Test
    void refusesToBeWithoutBrokersOrRegistry() {
        assertThatThrownBy(() -> bind(Map.of(REGISTRY, "http://registry")))
                .hasRootCauseMessage("intake.log.brokers (EPRO_KAFKA) must be set");
        assertThatThrownBy(() -> bind(Map.of(BROKERS, "broker:9092", REGISTRY, " ")))
                .hasRootCauseMessage("intake.log.registry (EPRO_REGISTRY_URL) must be set");
    }

    private static LogSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("intake.log", LogSettings.class);
    }
}
