package epro.processing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;

/** Forms for tests: one question, a whole number from 0 to 10. */
public final class TestForms {
    public static final String PAIN = "pain-diary";

    private TestForms() {}

    /** Publishes the pain diary; publishing the same again changes nothing. */
    public static void publishPainDiary() {
        publish(PAIN, "1");
    }

    public static void publish(String id, String version) {
        String form = """
                {"resourceType":"Questionnaire","id":"%s","version":"%s","status":"active","title":"Pain",
                 "item":[{"linkId":"pain","text":"How bad was your pain?","type":"integer","required":true,
                   "extension":[
                     {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},
                     {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
                  {"linkId":"note","text":"Anything else?","type":"text"}]}""".formatted(id, version);
        String token = RunningProcessing.stack().tokens().of(StandardRole.OPS, Duration.ofHours(1));
        URI service = URI.create("http://127.0.0.1:" + RunningProcessing.port());
        int status = new Http(service, token)
                .put("/api/v1/forms/" + id + "/versions/" + version, form)
                .statusCode();
        assertThat(status).isIn(200, 201);
    }
}
