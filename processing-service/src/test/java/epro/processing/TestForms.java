package epro.processing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;

/** Forms for tests. */
public final class TestForms {
    public static final String PAIN = "pain-diary";
    public static final String NAUSEA = "nausea-diary";

    private TestForms() {}

    /** Publishes the pain diary; publishing the same again changes nothing. */
    public static void publishPainDiary() {
        publish(PAIN, "1");
    }

    /** Frequency and severity of nausea, each a level; a weight that is required; remarks. */
    public static void publishNauseaDiary() {
        publishForm(NAUSEA, "1", """
                {"resourceType":"Questionnaire","id":"nausea-diary","version":"1","status":"active","item":[
                  {"linkId":"frequency","type":"integer","code":[{"system":"urn:nci:pro-ctcae","code":"PROCTCAE_9A_SCL"}]},
                  {"linkId":"severity","type":"integer","code":[{"system":"urn:nci:pro-ctcae","code":"PROCTCAE_9B_SCL"}]},
                  {"linkId":"weight","type":"integer","required":true},
                  {"linkId":"remarks","type":"text"}]}""");
    }

    public static void publish(String id, String version) {
        publishForm(id, version, """
                {"resourceType":"Questionnaire","id":"%s","version":"%s","status":"active","title":"Pain",
                 "item":[{"linkId":"pain","text":"How bad was your pain?","type":"integer","required":true,
                   "extension":[
                     {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},
                     {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
                  {"linkId":"note","text":"Anything else?","type":"text"}]}""".formatted(id, version));
    }

    private static void publishForm(String id, String version, String form) {
        String token = RunningProcessing.stack().tokens().of(StandardRole.OPS, Duration.ofHours(1));
        URI service = URI.create("http://127.0.0.1:" + RunningProcessing.port());
        int status = new Http(service, token)
                .put("/api/v1/forms/" + id + "/versions/" + version, form)
                .statusCode();
        assertThat(status).isIn(200, 201);
    }
}
