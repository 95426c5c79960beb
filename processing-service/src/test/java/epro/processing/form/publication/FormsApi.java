package epro.processing.form.publication;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;

/** The words of these tests. */
final class FormsApi {

    private FormsApi() {}

    static String form(String title) {
        return """
            {"resourceType":"Questionnaire","title":"%s","item":[{"linkId":"q","type":"integer"}]}""".formatted(title);
    }

    static String path(String id, String version) {
        return "/api/v1/forms/" + id + "/versions/" + version;
    }

    static void publish(String id, String version, String form) {
        assertThat(as(StandardRole.OPS).put(path(id, version), form).statusCode())
                .isEqualTo(201);
    }

    static Http as(StandardRole role) {
        return new Http(service(), RunningProcessing.stack().tokens().of(role, Duration.ofHours(1)));
    }

    static Http asNobody() {
        return new Http(service(), null);
    }

    private static URI service() {
        return URI.create("http://127.0.0.1:" + RunningProcessing.port());
    }
}
