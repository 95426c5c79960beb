package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A FHIR QuestionnaireResponse on its way to the record, and to the coordinator. */
class FhirJourneyTest {
    private static final String SORES = "{'linkId':'sores','answer':[{'valueInteger':4}]}";
    private static final String SLEEP = "{'linkId':'sleep','answer':[{'valueInteger':7}]}";

    private final Pipeline pipeline = Pipeline.running();
    private final Http processing = pipeline.processing(StandardRole.CRC);
    private final String study = "fhir-" + UUID.randomUUID();

    @BeforeEach
    void publish() {
        Forms.publishFhir(pipeline);
    }

    @Test
    void storesWhatAResponseSaysAndKeepsTheResponse() {
        JsonNode stored = read(accepted("completed", """
                %s,
                {'linkId':'places','answer':[{'valueString':'under the tongue'}]},
                {'linkId':'medicine','item':[{'linkId':'name','answer':[{'valueString':'X'}]},
                  {'linkId':'dose','answer':[{'valueQuantity':{'value':2.50,'unit':'mg'}}]}]},
                {'linkId':'body','item':[{'linkId':'weighed','answer':[{'valueBoolean':true,
                  'item':[{'linkId':'weight','answer':[{'valueDecimal':71.20}]}]}]}]}""".formatted(SLEEP)));

        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(stored.path("studyId").asString()).isEqualTo(study);
        assertThat(stored.path("siteId").asString()).isEqualTo("SITE-1");
        assertThat(stored.path("formVersion").asString()).isEqualTo("1.0");
        assertThat(stored.path("completedAt").asString()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(stored.path("answers")).isEqualTo(json("""
                {'sleep':7,'places':'under the tongue','medicine':{'name':'X','dose':{'value':2.50,'unit':'mg'}},
                 'body':{'weighed':true,'weight':71.20}}"""));
        assertThat(stored.at("/document/author/reference").asString()).isEqualTo("Device/phone");
        assertThat(stored.at("/document/basedOn/0/reference").asString()).isEqualTo("CarePlan/1");
    }

    @Test
    void rejectsForWhatTheFormSaysAndNamesTheItem() {
        JsonNode rejected = read(accepted("completed", "{'linkId':'sleep','answer':[{'valueString':'well'}]}"));

        assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.at("/reasons/0/path").asString()).isEqualTo("sleep");
        assertThat(rejected.at("/reasons/0/code").asString()).isEqualTo("wrong-type");
    }

    @Test
    void takesAStoppedResponseForWhatItIsAndReadsItForHarm() {
        JsonNode stored = read(accepted("stopped", SORES));

        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(stored.at("/suspectedAdverseEvents/0/term/code").asString()).isEqualTo("mouth-or-throat-sores");
        assertThat(read(accepted("completed", SORES)).path("state").asString()).isEqualTo("REJECTED");
    }

    /** Sends it, and says where it can be read. */
    private URI accepted(String status, String items) {
        String response = """
                {'resourceType':'QuestionnaireResponse','questionnaire':'https://forms.test/Questionnaire/e2e-fhir|1.0',
                 'status':'%s','subject':{'identifier':{'value':'P-%s'}},'authored':'2026-11-23T10:00:00+08:00',
                 'author':{'reference':'Device/phone'},'basedOn':[{'reference':'CarePlan/1'}],
                 'extension':[
                   {'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy',
                    'valueReference':{'reference':'ResearchStudy/%s'}},
                   {'url':'http://hl7.org/fhir/StructureDefinition/event-location',
                    'valueReference':{'reference':'Location/SITE-1'}}],
                 'item':[%s]}""".formatted(status, UUID.randomUUID(), study, items).replace('\'', '"');
        HttpResponse<String> answer = pipeline.intake()
                .send(
                        "POST",
                        "/fhir/R4/QuestionnaireResponse",
                        BodyPublishers.ofString(response),
                        "application/fhir+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return URI.create(answer.headers().firstValue("Content-Location").orElseThrow());
    }

    private JsonNode read(URI place) {
        return Pipeline.json(await().atMost(Duration.ofSeconds(20))
                .until(() -> processing.get(place.getPath()), answer -> answer.statusCode() == 200));
    }

    private static JsonNode json(String quoted) {
        return JsonMapper.shared().readTree(quoted.replace('\'', '"'));
    }
}
