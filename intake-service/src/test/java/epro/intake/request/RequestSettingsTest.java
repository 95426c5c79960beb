package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RequestSettingsTest {
    private static final String URL = "intake.request.processing-url";

    @Test
    void refusesPersonalIdsUnlessToldOtherwise() {
        var url = URI.create("https://epro.test");

        assertThat(bind(Map.of(URL, "https://epro.test"))).isEqualTo(new RequestSettings(url, true));
        assertThat(bind(Map.of(URL, "https://epro.test", "intake.request.refuse-personal-ids", "false")))
                .isEqualTo(new RequestSettings(url, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/relative", "mailto:someone", "https://epro.test/?a=b", "https://epro.test/#a"})
    void refusesAnAddressThatIsNotAbsolute(String url) {
        assertThatThrownBy(() -> bind(Map.of(URL, url)))
                .rootCause()
                .hasMessageStartingWith(
                        "intake.request.processing-url (EPRO_PROCESSING_URL) must be an absolute address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://epro.test/processing", "https://epro.test/processing/"})
    void namesTheAddressOfASubmissionBelowAnyRoot(String root) {
        var key = new UUID(1, 2);

        assertThat(new RequestSettings(URI.create(root), true).whereToRead(key))
                .isEqualTo(URI.create("https://epro.test/processing/api/v1/submissions/" + key));
    }

    private static RequestSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("intake.request", RequestSettings.class);
    }
}
