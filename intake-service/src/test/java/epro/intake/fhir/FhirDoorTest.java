package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.TopicEvents;
import epro.schemas.Keys;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.stack.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A response goes the same way as any submission. */
class FhirDoorTest extends FhirTest {
    private static final String PLACE = "'extension':["
            + "{'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy',"
            + "'valueReference':{'reference':'ResearchStudy/S1'}},"
            + "{'url':'http://hl7.org/fhir/StructureDefinition/event-location',"
            + "'valueReference':{'reference':'Location/A'}}],";
    private static final String AUTHORED = "'authored':'2026-11-23T10:00:00+08:00',";
    private static final String ITEMS = "[{'linkId':'pain','answer':[{'valueDecimal':3.0}]}]";

    @Test
    void answersWhereTheSubmissionCanBeRead() {
        String patient = somePatient();

        var answer = create(of(patient, PLACE + "'identifier':{'value':'R-1'},"));

        String key = Keys.submissionKey(Keys.patientKey("S1", patient), "R-1").toString();
        String place = stack.environment(Part.INTAKE).get("EPRO_PROCESSING_URL") + "/api/v1/submissions/" + key;
        assertThat(answer.status()).as(answer.raw()).isEqualTo(202);
        assertThat(answer.header("Content-Location")).isEqualTo(place);
        assertThat(answer.header("Location")).isEqualTo(place);
        assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json");
        assertThat(answer.header("RateLimit")).isNotEmpty();
        assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
        assertThat(answer.body().at("/issue/0/severity").asString()).isEqualTo("information");
        assertThat(code(answer)).isEqualTo("accepted");
        assertThat(submissionId(answer)).isEqualTo("R-1");
        assertThat(submissionKey(answer)).isEqualTo(key);
        assertThat(code(create(of(patient, PLACE + "'identifier':{'value':'R-1'},"))))
                .isEqualTo("accepted-before");
    }

    @Test
    void writesTheSameEventAsOurOwnJsonAndTheResponseBesideIt() {
        String patient = somePatient();
        String response =
                of(patient, PLACE + AUTHORED + "'language':'zh-CN','encounter':{'reference':'Encounter/V1'},");

        SubmissionReceived event = event(submissionKey(create(response)));

        assertThat(event.getStudyId()).isEqualTo("S1");
        assertThat(event.getSiteId()).isEqualTo("A");
        assertThat(event.getPatientId()).isEqualTo(patient);
        assertThat(event.getFormId()).isEqualTo("kinds");
        assertThat(event.getFormVersion()).isEqualTo("1");
        assertThat(event.getVisit().getId()).isEqualTo("V1");
        assertThat(event.getCompletedAt()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(event.getCompleteness()).isEqualTo(Completeness.COMPLETE);
        assertThat(CanonicalJson.write(AnswerJson.toJson(event.getAnswers()))).isEqualTo("{\"pain\":3.0}");
        assertThat(event.getDocument()).contains("\"linkId\":\"pain\"").contains("\"reference\":\"Encounter/V1\"");
    }

    @Test
    void keepsNoDocumentOfOurOwnJson() {
        var answer = submit(body(somePatient()));

        assertThat(event(answer.text("submissionKey")).getDocument()).isNull();
    }

    @Test
    void saysThatAStoppedResponseIsPartial() {
        var answer = create(of(somePatient(), "").replace("completed", "stopped"));

        assertThat(event(submissionKey(answer)).getCompleteness()).isEqualTo(Completeness.PARTIAL);
    }

    @Test
    void takesStudyAndSiteFromAPatientsToken() {
        String patient = somePatient();
        String token = stack.tokens().patient("S9", "B", patient);

        SubmissionReceived event = event(submissionKey(createAs(token, of(patient, ""))));

        assertThat(event.getStudyId()).isEqualTo("S9");
        assertThat(event.getSiteId()).isEqualTo("B");
    }

    @Test
    void derivesTheSameIdForTheSameResponseAndAnotherForAnother() {
        String patient = somePatient();
        String id = submissionId(create(of(patient, AUTHORED)));

        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(submissionId(create(of(patient, AUTHORED)))).isEqualTo(id);
        assertThat(submissionId(create(of(patient, AUTHORED + "'language':'en',"))))
                .isNotEqualTo(id);
        assertThat(submissionId(create(of(patient, "")))).isNotEqualTo(submissionId(create(of(patient, ""))));
    }

    @Test
    void takesTheIdFromTheHeaderToo() {
        assertThat(submissionId(create(of(somePatient(), ""), "Idempotency-Key", "R-2")))
                .isEqualTo("R-2");
        var differing = create(of(somePatient(), "'identifier':{'value':'R-3'},"), "Idempotency-Key", "R-4");
        assertRefused(differing, 400, "invariant", "submission-ids-differ");
        assertThat(submissionId(differing)).isEqualTo("R-3");
    }

    @Test
    void takesPlainJsonAndAnswersInTheFormThatIsAskedFor() {
        var plain = at(PATH).header("Authorization", "Bearer " + gateway())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(of(somePatient(), "")));

        var answer = intake.send(plain.build());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void takesAPackedResponse() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(of(somePatient(), "").getBytes(StandardCharsets.UTF_8));
        }

        var request = fhir(gateway())
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()));

        assertThat(intake.send(request.build()).status()).isEqualTo(202);
    }

    private SubmissionReceived event(String submissionKey) {
        var events = new TopicEvents(stack);
        return events.event(events.of(submissionKey));
    }

    private static String of(String patient, String members) {
        return Responses.with(members, ITEMS).replace("Patient/P1", "Patient/" + patient);
    }
}
