package epro.processing.suspicion;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patient is compared with when their device's clock went wrong for a while. */
class SuspectClockRoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATIENT = "P-" + UUID.randomUUID();

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    /** Levels 2, 0, 1, 2 in the order of receipt: no step is worse by two, unless the 0 is taken for the first of all. */
    @ParameterizedTest
    @CsvSource({
        "nausea-diary, frequency, severity, 1970-01-01T00:00:00Z",
        "nausea-diary, frequency, severity, 2025-03-01T00:00:00Z",
        "nausea-diary, frequency, severity, 2026-01-20T00:00:00Z",
        "no-form-of-this-name, PROCTCAE_9A_SCL, PROCTCAE_9B_SCL, 1970-01-01T00:00:00Z",
        "no-form-of-this-name, PROCTCAE_9A_SCL, PROCTCAE_9B_SCL, 2025-03-01T00:00:00Z"
    })
    void isComparedInTheOrderOfReceipt(String form, String frequency, String severity, String behind) {
        String patient = PATIENT + form + behind;
        String answers = "{\"" + frequency + "\":1,\"" + severity + "\":%d,\"weight\":70}";
        send(patient, form, answers.formatted(2), null, 0);
        send(patient, form, answers.formatted(0), behind, 1);
        send(patient, form, answers.formatted(1), null, 2);
        SentSubmission last = send(patient, form, answers.formatted(2), null, 3);

        await().atMost(PATIENCE).until(() -> number("submission", last) == 1);
        assertThat(number("symptom_report", last)).isEqualTo(1);
        assertThat(number("adverse_event", last)).isZero();
    }

    private static SentSubmission send(
            String patient,
            String form,
            String answers,
            @org.jspecify.annotations.Nullable String completedAt,
            int minute) {
        SentSubmission sent = new SentSubmission(patient, "S-" + UUID.randomUUID(), form, answers);
        Instant received = SentSubmission.RECEIVED.plusSeconds(60L * minute);
        sent.send(SubmissionReceived.newBuilder(sent.event())
                .setReceivedAt(received)
                .setCompletedAt(completedAt == null ? received.minusSeconds(5).toString() : completedAt)
                .build());
        return sent;
    }

    private static long number(String table, SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql("SELECT count(*) FROM " + table + " WHERE submission_key = ?")
                .param(sent.key())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
