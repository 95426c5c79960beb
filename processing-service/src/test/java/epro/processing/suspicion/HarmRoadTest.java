package epro.processing.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SuspectedAdverseEvent;
import epro.testing.Http;
import epro.testing.TopicReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an answer to the suspected adverse event, its audit entry and its event on the topic. */
class HarmRoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SEVERE = "{\"frequency\":3,\"severity\":4,\"weight\":70}";
    private static final String MILD = "{\"frequency\":2,\"severity\":1,\"weight\":70}";

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    @Test
    void makesOneEventOfOneTermWithAuditEntry() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, SEVERE);
        sent.send();
        assertThat(events(sent, 1)).singleElement().satisfies(event -> {
            assertThat(event.getGrade()).isEqualTo(3);
            assertThat(event.getUrgency().name()).isEqualTo("URGENT");
            assertThat(event.getRevision()).isEqualTo(1);
            assertThat(event.getRecordState().name()).isEqualTo("STORED");
            assertThat(event.getLevels()).isEqualTo(Map.of("frequency", 3, "severity", 4));
            assertThat(auditActions(event.getAeId())).containsExactly("AE_DETECTED");
        });
    }

    @Test
    void readsARejectedSubmissionForHarm() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, "{\"frequency\":3,\"severity\":4}");
        sent.send();
        assertThat(events(sent, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.getRecordState().name()).isEqualTo("REJECTED"));
    }

    @Test
    void readsAConflictingSubmissionForHarmAndRevisesWhatItRaises() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, "{\"frequency\":3,\"severity\":2,\"weight\":70}");
        sent.send();
        sent.withAnswers(SEVERE).send();
        assertThat(events(sent, 2))
                .extracting(event -> event.getRevision() + " " + event.getGrade() + " " + event.getRecordState())
                .containsExactly("1 2 STORED", "2 3 CONFLICT");
    }

    @Test
    void makesNoSecondRevisionOfTheSameSubmissionHoweverOftenItComes() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, SEVERE);
        for (int i = 0; i < 10; i++) {
            sent.send();
        }
        SentSubmission after = new SentSubmission(sent.patientId(), "S-" + UUID.randomUUID(), TestForms.NAUSEA, SEVERE);
        after.send();
        events(after, 1);
        assertThat(events(sent, 1)).hasSize(1);
    }

    @Test
    void findsWorseningAgainstThePatientsAnswersBeforeInTheSameBatchOrAnother() {
        SentSubmission before = SentSubmission.of(TestForms.NAUSEA, "{\"frequency\":1,\"severity\":0,\"weight\":70}");
        before.send();
        SentSubmission worse = new SentSubmission(
                before.patientId(),
                "S-" + UUID.randomUUID(),
                TestForms.NAUSEA,
                "{\"frequency\":1,\"severity\":2,\"weight\":70}");
        worse.sendReceived(SentSubmission.RECEIVED.plusSeconds(60));
        assertThat(events(worse, 1)).singleElement().satisfies(event -> {
            assertThat(event.getGrade()).isEqualTo(1);
            assertThat(event.getUrgency().name()).isEqualTo("URGENT");
            assertThat(event.getFindings())
                    .extracting(finding -> finding.getRule())
                    .containsExactly("worsening");
        });
    }

    @Test
    void saysNothingOfWhatIsMild() {
        SentSubmission mild = SentSubmission.of(TestForms.NAUSEA, MILD);
        mild.send();
        SentSubmission after = new SentSubmission(mild.patientId(), "S-" + UUID.randomUUID(), TestForms.NAUSEA, SEVERE);
        after.send();
        events(after, 1);
        assertThat(eventsNow(mild)).isEmpty();
    }

    @Test
    void showsItInTheListAndWithItsSubmissionToStaffOfTheSite() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, SEVERE);
        sent.send();
        events(sent, 1);
        assertThat(staff("STUDY-T/SITE-1")
                        .get("/api/v1/adverse-events?patientId=" + sent.patientId())
                        .body())
                .contains("\"status\":\"UNCONFIRMED\"")
                .contains("\"code\":\"nausea\"")
                .contains(sent.key().toString());
        assertThat(staff("STUDY-T/SITE-1")
                        .get("/api/v1/submissions/" + sent.key())
                        .body())
                .contains("\"suspectedAdverseEvents\":[{\"aeId\"");
        assertThat(staff("STUDY-T/SITE-2")
                        .get("/api/v1/adverse-events?patientId=" + sent.patientId())
                        .body())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    private static List<SuspectedAdverseEvent> events(SentSubmission sent, int number) {
        return await().atMost(PATIENCE).until(() -> eventsNow(sent), found -> found.size() >= number);
    }

    /** Those of the submission that stand on the topic, in order, each once. */
    private static List<SuspectedAdverseEvent> eventsNow(SentSubmission sent) {
        RecordCodec codec = RunningProcessing.bean(RecordCodec.class);
        return new TopicReader(RunningProcessing.stack().kafka())
                .read(Topics.ADVERSE_EVENTS).stream()
                        .map(record -> codec.decode(record.value(), SuspectedAdverseEvent.class))
                        .flatMap(decoded -> decoded instanceof Decoded.Read<SuspectedAdverseEvent>(var event, var _)
                                ? java.util.stream.Stream.of(event)
                                : java.util.stream.Stream.empty())
                        .filter(event ->
                                event.getSubmissionKey().equals(sent.key().toString()))
                        .distinct()
                        .toList();
    }

    private static List<String> auditActions(String entity) {
        return RunningProcessing.superuser()
                .sql("SELECT action FROM audit_entry WHERE entity = ? ORDER BY sequence")
                .param(entity)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Http staff(String site) {
        String token = RunningProcessing.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of(site), Duration.ofMinutes(5));
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token);
    }
}
