package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DataCheckSettingsTest {

    @Test
    void hasDefaults() {
        DataCheckSettings defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("epro.data-check", DataCheckSettings.class);

        assertThat(defaults)
                .isEqualTo(new DataCheckSettings(
                        2, Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "workers, 0, 'must be at least 1, was 0'",
        "hand-off-time, 0s, 'must be positive, was PT0S'",
        "lag-time, -1s, 'must be positive, was PT-1S'",
        "publish-time, 0s, 'must be positive, was PT0S'",
    })
    void refusesWhatCannotWork(String property, String value, String complaint) {
        var source = new MapConfigurationPropertySource(Map.of("epro.data-check." + property, value));

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> new Binder(source).bind("epro.data-check", DataCheckSettings.class))
                .havingRootCause()
                .withMessage("epro.data-check." + property + " " + complaint);
    }
}
