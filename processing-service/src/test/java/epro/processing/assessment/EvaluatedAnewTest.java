package epro.processing.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model is asked when a submission's id is taken, or when its form comes late. */
@Tag("slow")
class EvaluatedAnewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String late = "late-" + UUID.randomUUID();

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    @Test
    void suspectsOfAConflictingSubmissionWhereAndWhenItWasWrittenItself() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, remarks("nothing new"));
        sent.send();
        awaitState(sent, "DECIDED STORED");
        SubmissionReceived conflicting = conflict(sent, "a rash");
        sent.send(conflicting);

        await().atMost(PATIENCE).until(() -> count("adverse_event", sent) == 1);
        assertThat(text("SELECT site_id || ' ' || record_state FROM adverse_event WHERE submission_key = ?", sent))
                .isEqualTo("SITE-2 CONFLICT");
        assertThat(claimedAgain(sent, "CONFLICT").subject()).satisfies(subject -> {
            assertThat(subject.siteId()).isEqualTo("SITE-2");
            assertThat(subject.formId()).isEqualTo("another-form");
            assertThat(subject.formVersion()).isNull();
            assertThat(subject.completedAt()).isEqualTo(conflicting.getCompletedAt());
            assertThat(subject.receivedAt()).isEqualTo(conflicting.getReceivedAt());
        });
        assertThat(claimedAgain(sent, "STORED").subject()).satisfies(subject -> {
            assertThat(subject.siteId()).isEqualTo("SITE-1");
            assertThat(subject.formId()).isEqualTo(TestForms.NAUSEA);
            assertThat(subject.receivedAt()).isEqualTo(SentSubmission.RECEIVED);
        });
    }

    @Test
    void claimsWhatConflictsThoughItsRowHoldsANulFromEarlierDays() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, remarks("nothing new"));
        sent.send();
        awaitState(sent, "DECIDED STORED");
        sent.send(conflict(sent, "a rash"));
        await().atMost(PATIENCE).until(() -> count("adverse_event", sent) == 1);
        RunningProcessing.superuser()
                .sql("UPDATE conflict SET context = replace(context::text, '{\"actor', '{\"\\u0000\":0,\"actor')::json"
                        + " WHERE submission_key = ?")
                .param(sent.key())
                .update();
        assertThat(text("SELECT context::text FROM conflict WHERE submission_key = ?", sent))
                .contains("\\u0000");
        assertThat(claimedAgain(sent, "CONFLICT").subject().siteId()).isEqualTo("SITE-2");
    }

    @Test
    void asksOnceAboutAConflictThatComesTwiceInOneBatch() {
        SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, remarks("nothing new"));
        for (int i = 0; i < 20; i++) {
            sent.send();
            sent.send(conflict(sent, "a rash"));
        }
        await().atMost(PATIENCE).until(() -> count("conflict", sent) == 20);
        assertThat(count("assessment", sent)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"pain\":3,\"note\":\"a rash\"}", "{\"pain\":\"3\"}", "{\"pain\":11,\"note\":\"a rash\"}"})
    void asksAgainWhatWasGivenUpBeforeTheFormWasThere(String answers) {
        SentSubmission sent = SentSubmission.of(late, answers);
        sent.send();
        awaitState(sent, "DECIDED REJECTED");
        giveUp(sent);

        TestForms.publish(late, "1");

        String state = answers.contains("11") ? "REJECTED" : "STORED";
        awaitState(sent, "DECIDED " + state);
        assertThat(text("SELECT coalesce(failure, 'none') FROM assessment WHERE submission_key = ?", sent))
                .isEqualTo("none");
    }

    @Test
    void asksAgainWhereTheFormShowsOtherTextsThanWereSeenWithoutIt() {
        SentSubmission sent = SentSubmission.of(late, "{\"pain\":\"3\",\"note\":\"well\"}");
        sent.send();
        awaitState(sent, "DECIDED REJECTED");
        assertThat(texts(sent)).contains("\"3\"");

        TestForms.publish(late, "1");

        awaitState(sent, "DECIDED STORED");
        assertThat(texts(sent)).contains("well").doesNotContain("\"3\"");
        assertThat(text(
                        "SELECT count(*)::text FROM audit_entry WHERE action = 'ASSESSED' AND entity = (?::uuid)::text",
                        sent))
                .isEqualTo("2");
    }

    private static SubmissionReceived conflict(SentSubmission sent, String remarks) {
        return SubmissionReceived.newBuilder(sent.withAnswers(remarks(remarks)).event())
                .setSiteId("SITE-2")
                .setFormId("another-form")
                .setFormVersion(null)
                .setCompletedAt("2026-03-04T09:59:00Z")
                .setReceivedAt(Instant.parse("2026-03-04T10:00:00Z"))
                .build();
    }

    private static String remarks(String words) {
        return "{\"frequency\":1,\"severity\":1,\"weight\":70,\"remarks\":\"" + words + "\"}";
    }

    /** What a worker gets to ask of it. */
    private static Assessment claimedAgain(SentSubmission sent, String recordState) {
        RunningProcessing.superuser()
                .sql("UPDATE assessment SET state = 'PENDING', due_at = '2090-01-01' WHERE submission_key = ?"
                        + " AND record_state = ?")
                .params(sent.key(), recordState)
                .update();
        Instant then = Instant.parse("2090-01-02T00:00:00Z");
        Assessment claimed = RunningProcessing.bean(AssessmentTable.class).claim(1000, then, then).stream()
                .filter(one -> one.subject().submissionKey().equals(sent.key()))
                .filter(one -> one.subject().recordState().equals(recordState))
                .findFirst()
                .orElseThrow();
        RunningProcessing.superuser()
                .sql("UPDATE assessment SET state = 'DECIDED' WHERE submission_key = ?")
                .param(sent.key())
                .update();
        return claimed;
    }

    private static void giveUp(SentSubmission sent) {
        RunningProcessing.superuser()
                .sql("UPDATE assessment SET state = 'FAILED', failure = 'IOException', failures = 3"
                        + " WHERE submission_key = ?")
                .param(sent.key())
                .update();
    }

    private static void awaitState(SentSubmission sent, String state) {
        await().atMost(PATIENCE)
                .until(
                        () -> text(
                                "SELECT coalesce(max(state || ' ' || record_state), 'NONE') FROM assessment"
                                        + " WHERE submission_key = ?",
                                sent),
                        state::equals);
    }

    private static String texts(SentSubmission sent) {
        return text("SELECT texts::text FROM assessment WHERE submission_key = ?", sent);
    }

    private static long count(String table, SentSubmission sent) {
        return Long.parseLong(text("SELECT count(*)::text FROM " + table + " WHERE submission_key = ?", sent));
    }

    private static String text(String sql, SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(sent.key())
                .query((row, _) -> row.getString(1))
                .single();
    }
}
