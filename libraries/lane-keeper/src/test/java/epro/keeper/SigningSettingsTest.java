package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SigningSettingsTest {

    @Test
    void signsEveryFiveSecondsUnlessToldOtherwise() {
        assertThat(bound(Map.of("epro.signing.key", "/keys/signing.pem")).interval())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesToStartWithoutAKeyOrAnInterval() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(Map.of("epro.signing.key", "")))
                .havingRootCause()
                .isInstanceOf(IllegalSetting.class)
                .withMessageStartingWith("epro.signing.key (EPRO_SIGNING_KEY) must be set");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(Map.of("epro.signing.key", "/k", "epro.signing.interval", "0s")))
                .havingRootCause()
                .withMessage("epro.signing.interval must be positive, was PT0S");
    }

    private static SigningSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("epro.signing", SigningSettings.class);
    }
}
