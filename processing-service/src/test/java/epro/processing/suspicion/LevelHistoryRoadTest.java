package epro.processing.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a patient's level is compared with, where not every report answers every item. */
class LevelHistoryRoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAUSEA = "{\"PROCTCAE_9A_SCL\":%d}";
    private static final String PAIN = "{\"PROCTCAE_48A_SCL\":%d}";

    private final String patient = "P-" + UUID.randomUUID();
    private int minute;

    @Test
    void isTheLastOfTheSameItemHoweverManyReportsLieBetween() {
        send(PAIN, 1);
        send(NAUSEA, 0);
        send(PAIN, 1);
        send(PAIN, 1);

        assertThat(worsenings(send(NAUSEA, 2))).isEqualTo(1);
    }

    @Test
    void isTheFirstOfTheSameItemAndNoOther() {
        send(PAIN, 0);
        send(NAUSEA, 1);
        send(NAUSEA, 2);

        assertThat(worsenings(send(NAUSEA, 2))).isZero();
        assertThat(worsenings(send(NAUSEA, 3))).isEqualTo(1);
    }

    @Test
    void isWhatTheLastEvaluationOfAReportSays() {
        SentSubmission first = send(NAUSEA, 1);
        RunningProcessing.superuser()
                .sql("INSERT INTO symptom_report SELECT submission_key, 2, patient_key, ordered_at,"
                        + " '{\"PROCTCAE_9A_SCL\":0}' FROM symptom_report WHERE submission_key = ?")
                .param(first.key())
                .update();
        send(NAUSEA, 1);

        assertThat(worsenings(send(NAUSEA, 2))).isEqualTo(1);
    }

    @Test
    void isNothingWithoutAPast() {
        assertThat(worsenings(send(NAUSEA, 4))).isZero();
    }

    /** Each is settled before the next is sent, so that all of the past stands in the database. */
    private SentSubmission send(String answers, int level) {
        SentSubmission sent =
                new SentSubmission(patient, "S-" + UUID.randomUUID(), "no-form-of-this-name", answers.formatted(level));
        Instant received = SentSubmission.RECEIVED.plusSeconds(60L * minute++);
        sent.send(SubmissionReceived.newBuilder(sent.event())
                .setReceivedAt(received)
                .setCompletedAt(received.minusSeconds(5).toString())
                .build());
        await().atMost(PATIENCE).until(() -> number("symptom_report", "TRUE", sent) == 1);
        return sent;
    }

    private static long worsenings(SentSubmission sent) {
        return number("adverse_event", "findings::text LIKE '%worsening%'", sent);
    }

    private static long number(String table, String condition, SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql("SELECT count(*) FROM " + table + " WHERE submission_key = ? AND " + condition)
                .param(sent.key())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
