package epro.processing.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.FakeModel;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a text to the model's verdict, whatever the model is up to. */
@Tag("slow")
class AssessmentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    @AfterEach
    void bringTheModelBack() {
        FakeModel.away(false);
        FakeModel.vague(false);
    }

    @Test
    void decidesOnWhatAPatientWroteAndSuspectsWhatTheModelSaw() {
        SentSubmission sent = wrote("a rash on both arms");
        awaitState(sent, "DECIDED");
        assertThat(text("SELECT decided_version FROM assessment WHERE submission_key = ?", sent))
                .isEqualTo("fake-1");
        assertThat(text(
                        "SELECT sources ->> 0 || ' ' || urgency || ' ' || kind FROM adverse_event WHERE submission_key = ?",
                        sent))
                .isEqualTo("MODEL ROUTINE DETECTED");
        assertThat(actions(sent)).contains("ASSESSED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(number("SELECT count(*) FROM outbox WHERE lane = 'assessment'"))
                        .isZero());
    }

    @Test
    void asksNothingAboutASubmissionWithoutTexts() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, "{\"frequency\":1,\"severity\":1,\"weight\":70}");
        sent.send();
        awaitState(wrote("nothing to say"), "DECIDED");
        assertThat(text("SELECT count(*)::text FROM assessment WHERE submission_key = ?", sent))
                .isEqualTo("0");
    }

    @Test
    void storesAndSuspectsUntouchedWhileTheModelIsAwayAndDecidesOnAllOnceItIsBack() {
        FakeModel.away(true);
        List<SentSubmission> sent = java.util.stream.IntStream.range(0, 30)
                .mapToObj(_ -> wroteSevere("a rash again"))
                .toList();
        sent.forEach(one -> await().atMost(PATIENCE)
                .until(() -> text("SELECT count(*)::text FROM adverse_event WHERE submission_key = ?", one)
                        .equals("1")));
        assertThat(sent).allSatisfy(one -> assertThat(state(one)).isEqualTo("PENDING"));

        FakeModel.away(false);
        sent.forEach(one -> awaitState(one, "DECIDED"));
        assertThat(sent)
                .allSatisfy(one -> assertThat(
                                text("SELECT count(*)::text FROM adverse_event WHERE submission_key = ?", one))
                        .isEqualTo("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"poison", "nonsense", "dawdling"})
    void givesUpAfterThreeFailuresWhileOthersSucceedAndSaysSo(String word) {
        SentSubmission poison = wrote(word);
        await().atMost(PATIENCE).until(() -> {
            awaitState(wrote("fine"), "DECIDED");
            return state(poison).equals("FAILED");
        });
        assertThat(actions(poison)).contains("ASSESSMENT_FAILED");
    }

    /** Nobody else asks anything, so that only a plain question can tell whose fault it is. */
    @ParameterizedTest
    @ValueSource(strings = {"poison", "nonsense", "dawdling"})
    void givesUpWhatFailsAloneWhereAPlainQuestionIsAnswered(String word) {
        SentSubmission poison = wrote(word);
        awaitState(poison, "FAILED");
        assertThat(actions(poison)).contains("ASSESSMENT_FAILED");
    }

    @Test
    void givesUpNothingWhileItFailsOnPlainQuestionsToo() {
        FakeModel.vague(true);
        SentSubmission sent = wrote("a rash, as ever");
        await().atMost(PATIENCE).until(() -> number("SELECT max(claims) FROM assessment WHERE state = 'PENDING'") >= 6);
        assertThat(state(sent)).isEqualTo("PENDING");

        FakeModel.vague(false);
        awaitState(sent, "DECIDED");
    }

    @Test
    void countsOnlyTheFirstVerdictOnAQuestion() throws SQLException {
        SentSubmission sent = wrote("a rash, and a late second opinion");
        awaitState(sent, "DECIDED");
        long before = number("SELECT count(*) FROM audit_entry WHERE lane = 'assessment'");
        UUID id = UUID.fromString(text("SELECT assessment_id::text FROM assessment WHERE submission_key = ?", sent));
        Assessment late = new Assessment(
                id, epro.processing.suspicion.Subject.of(submission(sent), "STORED"), null, List.of(), 2, 0);
        RunningProcessing.bean(VerdictWriter.class)
                .write(List.of(new Verdict.Decided(late, new Reading("other-2", 1, List.of()))));
        assertThat(number(
                        "SELECT count(*) FROM audit_entry WHERE lane = 'assessment' AND entity = '" + sent.key() + "'"))
                .isEqualTo(1);
        assertThat(before).isPositive();
        assertThat(text("SELECT decided_version FROM assessment WHERE submission_key = ?", sent))
                .isEqualTo("fake-1");
    }

    @Test
    void claimsNothingBeforeWhatRulesFoundIsPublished() {
        SentSubmission sent = wrote("wait for it");
        awaitState(sent, "DECIDED");
        RunningProcessing.superuser()
                .sql(
                        "UPDATE assessment SET state = 'PENDING', due_at = now(), outbox_end = 1000000000 WHERE submission_key = ?")
                .param(sent.key())
                .update();
        Instant now = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(RunningProcessing.bean(AssessmentTable.class).claim(1000, now, now))
                .extracting(claimed -> claimed.subject().submissionKey())
                .doesNotContain(sent.key());
    }

    private static SentSubmission wrote(String words) {
        return sent("{\"frequency\":1,\"severity\":1,\"weight\":70,\"remarks\":\"" + words + "\"}");
    }

    private static SentSubmission wroteSevere(String words) {
        return sent("{\"frequency\":3,\"severity\":3,\"weight\":70,\"remarks\":\"" + words + "\"}");
    }

    private static SentSubmission sent(String answers) {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, answers);
        sent.send();
        return sent;
    }

    private static epro.processing.reading.Submission submission(SentSubmission sent) {
        return new epro.processing.reading.Submission(
                sent.event(),
                sent.key(),
                sent.patientKey(),
                null,
                new epro.schemas.json.JsonValue.Members(java.util.Map.of()));
    }

    private static void awaitState(SentSubmission sent, String state) {
        await().atMost(PATIENCE).until(() -> state(sent), state::equals);
    }

    private static String state(SentSubmission sent) {
        return text("SELECT coalesce(max(state), 'NONE') FROM assessment WHERE submission_key = ?", sent);
    }

    private static List<String> actions(SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql("SELECT action FROM audit_entry WHERE entity = ? AND lane = 'assessment'")
                .param(sent.key().toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String text(String sql, SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(sent.key())
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static long number(String sql) {
        return RunningProcessing.superuser()
                .sql(sql)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
