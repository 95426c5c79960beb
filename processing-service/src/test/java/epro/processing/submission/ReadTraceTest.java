package epro.processing.submission;

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

/** Whoever lists one patient's submissions, or those under one id, is on record before the answer. */
class ReadTraceTest {
    private static final String PATH = "/api/v1/submissions?";

    private final String reader = "crc-" + UUID.randomUUID();

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void recordsAListOfOnePatient() {
        SentSubmission sent = stored();
        assertThat(get(PATH + "patientId=" + sent.patientId()))
                .contains(sent.key().toString());
        assertThat(readings()).containsExactly(sent.patientKey() + " submissions");
    }

    @Test
    void recordsAListOfOneId() {
        SentSubmission sent = stored();
        assertThat(get(PATH + "submissionId=" + sent.submissionId()))
                .contains(sent.key().toString());
        assertThat(readings()).containsExactly(sent.key() + " submissions");
    }

    @Test
    void recordsThatSomebodyLookedWhereNothingWas() {
        SentSubmission nobody = SentSubmission.of(TestForms.PAIN, "{}");
        get(PATH + "studyId=STUDY-T&patientId=" + nobody.patientId());
        get(PATH + "studyId=STUDY-T&patientId=" + nobody.patientId() + "&submissionId=" + nobody.submissionId());
        assertThat(readings())
                .containsExactlyInAnyOrder(nobody.patientKey() + " submissions", nobody.key() + " submissions");
    }

    @Test
    void recordsNothingOfAListOfAStudy() {
        stored();
        assertThat(get(PATH + "studyId=STUDY-T&limit=1")).contains("STUDY-T");
        assertThat(readings()).isEmpty();
    }

    private List<String> readings() {
        return RunningProcessing.superuser()
                .sql("SELECT entity || ' ' || coalesce(detail::json ->> 'what', '') FROM audit_entry"
                        + " WHERE lane = 'operations' AND action = 'READ' AND actor = ?")
                .param(reader)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String get(String path) {
        String token = RunningProcessing.stack()
                .tokens()
                .staff(reader, List.of("crf:read"), List.of("*"), Duration.ofMinutes(5));
        var answer = new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static SentSubmission stored() {
        SentSubmission sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        sent.send();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> RunningProcessing.superuser()
                                .sql("SELECT count(*) FROM submission WHERE submission_key = ?")
                                .param(sent.key())
                                .query(Long.class)
                                .single()
                        == 1);
        return sent;
    }
}
