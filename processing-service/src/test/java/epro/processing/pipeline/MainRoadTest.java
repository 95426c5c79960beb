package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Outcome;
import epro.schemas.event.SubmissionOutcome;
import epro.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the topic to the row, the audit entry and the outcome. */
class MainRoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void storesAValidSubmissionWithReceiptAndOutcome() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":\"３\"}");
        var at = sent.send();
        assertThat(entryAt(at)).isEqualTo("STORED");
        assertThat(column("SELECT answers::text FROM crf_record WHERE submission_key = ?", sent.key()))
                .isEqualTo("{\"pain\":\"３\"}");
        assertThat(column("SELECT cleaned::text FROM crf_record WHERE submission_key = ?", sent.key()))
                .isEqualTo("{\"pain\":3}");
        assertThat(outcomes(at)).containsExactly(Outcome.STORED);
    }

    @Test
    void keepsAnInvalidSubmissionWholeWithItsReasons() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":11}");
        var at = sent.send();
        assertThat(entryAt(at)).isEqualTo("REJECTED");
        assertThat(column("SELECT reasons -> 0 ->> 'code' FROM rejection WHERE submission_key = ?", sent.key()))
                .isEqualTo("out-of-range");
        assertThat(outcomes(at)).containsExactly(Outcome.REJECTED);
    }

    @Test
    void tellsADuplicateFromAConflict() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":3}");
        var first = sent.send();
        var again = sent.send();
        var other = sent.withAnswers("{\"pain\":4}").send();
        assertThat(List.of(entryAt(first), entryAt(again), entryAt(other)))
                .containsExactly("STORED", "DUPLICATE", "CONFLICT");
        assertThat(column("SELECT count(*)::text FROM crf_record WHERE submission_key = ?", sent.key()))
                .isEqualTo("1");
        assertThat(column("SELECT answers::text FROM conflict WHERE submission_key = ?", sent.key()))
                .isEqualTo("{\"pain\":4}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 20})
    void quarantinesWhatNobodyCanReadAndStoresItsNeighbours(int length) {
        var before = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        var after = new SentSubmission(before.patientId(), "S-" + UUID.randomUUID(), TestForms.PAIN, "{\"pain\":2}");
        var good = before.send();
        byte[] truncated = Arrays.copyOf(before.bytes(), length);
        var poison = SentSubmission.sendBytes(before.recordKey(), truncated, Map.of("traceparent", "00-aa-bb-01"));
        var alsoGood = after.send();
        assertThat(List.of(entryAt(good), entryAt(poison), entryAt(alsoGood)))
                .containsExactly("STORED", "QUARANTINED", "STORED");
        assertThat(outcomes(poison)).containsExactly(Outcome.QUARANTINED);
        assertThat(deadLetters(truncated, poison)).isEqualTo(1);
    }

    @Test
    void quarantinesARecordUnderAnotherPatientsKey() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        var other = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        var at = SentSubmission.sendBytes(other.recordKey(), sent.bytes(), Map.of());
        assertThat(entryAt(at)).isEqualTo("QUARANTINED");
    }

    @Tag("slow")
    @Test
    void evaluatesARejectedSubmissionAgainWhenItIsReplayedAfterItsFormWasPublished() {
        String form = "late-form-" + UUID.randomUUID();
        var sent = SentSubmission.of(form, "{\"pain\":3}");
        assertThat(entryAt(sent.send())).isEqualTo("REJECTED");
        TestForms.publish(form, "1");
        await().atMost(PATIENCE)
                .until(() -> column("SELECT state FROM submission WHERE submission_key = ?", sent.key())
                        .equals("STORED"));
        assertThat(column("SELECT revision::text FROM crf_record WHERE submission_key = ?", sent.key()))
                .isEqualTo("2");
        assertThat(column("SELECT count(*)::text FROM rejection WHERE submission_key = ?", sent.key()))
                .isEqualTo("1");
    }

    private static String entryAt(RecordMetadata at) {
        List<String> actions = await().atMost(PATIENCE).until(() -> LoggedEntries.of(at), found -> !found.isEmpty());
        assertThat(actions).hasSize(1);
        return actions.getFirst();
    }

    private static String column(String sql, UUID key) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(key)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static List<Outcome> outcomes(RecordMetadata at) {
        return await().atMost(PATIENCE).until(() -> outcomesNow(at), found -> !found.isEmpty());
    }

    private static List<Outcome> outcomesNow(RecordMetadata at) {
        RecordCodec codec = RunningProcessing.bean(RecordCodec.class);
        return new TopicReader(RunningProcessing.stack().kafka())
                .read(Topics.OUTCOMES).stream()
                        .map(record -> codec.decode(record.value(), SubmissionOutcome.class))
                        .filter(Decoded.Read.class::isInstance)
                        .map(read -> ((Decoded.Read<SubmissionOutcome>) read).value())
                        .filter(event -> event.getOrigin().getPartition() == at.partition()
                                && event.getOrigin().getOffset() == at.offset())
                        .map(SubmissionOutcome::getOutcome)
                        .toList();
    }

    private static long deadLetters(byte[] value, RecordMetadata at) {
        String origin = Topics.SUBMISSIONS + "/" + at.partition() + "/" + at.offset();
        return new TopicReader(RunningProcessing.stack().kafka())
                .read(Topics.SUBMISSIONS_DLT).stream()
                        .filter(record -> Arrays.equals(record.value(), value))
                        .filter(record -> new String(
                                        record.headers()
                                                .lastHeader("epro-origin")
                                                .value(),
                                        StandardCharsets.UTF_8)
                                .equals(origin))
                        .count();
    }
}
