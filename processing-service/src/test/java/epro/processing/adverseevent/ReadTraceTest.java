package epro.processing.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever reads one patient's suspected adverse events, or one submission's, is on record before the answer. */
class ReadTraceTest {
    private static final String PATH = "/api/v1/adverse-events?";

    private final String reader = "crc-" + UUID.randomUUID();

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    @Test
    void recordsAReadingBySubmission() {
        SentSubmission sent = suspected();
        assertThat(get(staff("STUDY-T/SITE-1"), PATH + "submissionKey=" + sent.key()))
                .contains("nausea");
        assertThat(readings()).containsExactly(sent.key() + " adverse-events");
    }

    @Test
    void recordsAReadingByPatientUnderTheirKeyWhetherOrNotTheirStudyIsNamed() {
        SentSubmission sent = suspected();
        assertThat(get(staff("*"), PATH + "patientId=" + sent.patientId())).contains("nausea");
        assertThat(get(staff("*"), PATH + "studyId=STUDY-T&patientId=" + sent.patientId()))
                .contains("nausea");
        assertThat(readings())
                .containsOnly(sent.patientKey() + " adverse-events")
                .hasSize(2);
    }

    @Test
    void recordsThatSomebodyLookedWhereNothingWas() {
        SentSubmission nobody = SentSubmission.of(TestForms.NAUSEA, "{}");
        get(staff("*"), PATH + "studyId=STUDY-T&patientId=" + nobody.patientId());
        assertThat(readings()).containsExactly(nobody.patientKey() + " adverse-events");
    }

    @Test
    void recordsAPatientsReadingOfTheirOwn() {
        SentSubmission sent = suspected();
        Http patient = client(RunningProcessing.stack().tokens().patient("STUDY-T", "SITE-1", sent.patientId()));
        assertThat(get(patient, PATH)).contains("nausea");
        assertThat(texts(
                        "SELECT detail::json ->> 'what' FROM audit_entry WHERE action = 'READ' AND entity = ?",
                        sent.patientKey().toString()))
                .containsExactly("adverse-events");
    }

    @Test
    void recordsNothingOfAListOfAStudy() {
        suspected();
        assertThat(get(staff("*"), PATH + "studyId=STUDY-T&limit=1")).contains("STUDY-T");
        assertThat(readings()).isEmpty();
    }

    private List<String> readings() {
        return texts(
                "SELECT entity || ' ' || coalesce(detail::json ->> 'what', '') FROM audit_entry"
                        + " WHERE lane = 'operations' AND action = 'READ' AND actor = ?",
                reader);
    }

    private Http staff(String site) {
        return client(RunningProcessing.stack()
                .tokens()
                .staff(reader, List.of("crf:read"), List.of(site), Duration.ofMinutes(5)));
    }

    private static SentSubmission suspected() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, "{\"frequency\":3,\"severity\":4,\"weight\":70}");
        sent.send();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !texts(
                                "SELECT ae_id::text FROM adverse_event WHERE submission_key = ?::uuid",
                                sent.key().toString())
                        .isEmpty());
        return sent;
    }

    private static String get(Http client, String path) {
        var answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Http client(String token) {
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token);
    }

    private static List<String> texts(String sql, String parameter) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(parameter)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
