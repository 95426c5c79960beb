package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.AuditReceipt;
import epro.lane.OutboxEvent;
import epro.lane.Position;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.form.ReasonCode;
import epro.processing.form.Severity;
import epro.processing.form.Violation;
import epro.processing.reading.Evaluation;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord.Evaluated;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record was, what is said of it can be published: a row that can't would hold all behind it. */
class OutcomeEventsTest {
    private static final int MESSAGE_MAX = 1_000_000;
    private static final int DEAD_LETTER_MAX = 2_000_000;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final OutcomeEvents events = RunningProcessing.bean(OutcomeEvents.class);

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void namesTheFirstHundredReasonsWithShortPaths() {
        String path = "\uD83D\uDE00".repeat(30_000);
        Violation violation = new Violation(path, ReasonCode.UNKNOWN_ITEM, Severity.ERROR, "");
        OutboxEvent event = outcome(rejected(Collections.nCopies(2_000, violation), Map.of()));
        assertThat(size(event)).isLessThan(MESSAGE_MAX);
        assertThat(decoded(event).getReasons())
                .hasSize(100)
                .allSatisfy(reason -> assertThat(reason.getPath().codePoints().toArray())
                        .hasSize(200)
                        .doesNotContain(0xFFFD, (int) '?'));
    }

    @Test
    void passesATraceOn() {
        OutboxEvent event = outcome(rejected(List.of(), Map.of("traceparent", TRACE)));
        assertThat(event.headers()).containsEntry("traceparent", TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-aa-bb-01",
                TRACE + "-more",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void passesNothingOnThatIsNoTrace(String header) {
        assertThat(outcome(rejected(List.of(), Map.of("traceparent", header))).headers())
                .doesNotContainKey("traceparent");
    }

    @Test
    void leavesALongKeyOut() {
        OutboxEvent event = outcome(quarantined(new byte[MESSAGE_MAX], new byte[1], Map.of()));
        assertThat(event.key()).isNull();
        byte[] key = "not quite a patient".getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(quarantined(key, new byte[1], Map.of())).key()).isEqualTo(key);
    }

    @Test
    void leavesOutOfADeadLetterWhatItsTopicCanNotTake() {
        byte[] key = {1, 2, 3};
        OutboxEvent large = DeadLetters.of(quarantined(key, new byte[3 * MESSAGE_MAX], Map.of("a", "b")));
        assertThat(large.value()).isNull();
        assertThat(large.key()).isEqualTo(key);
        assertThat(large.headers())
                .containsKeys("epro-origin", "epro-reason")
                .containsEntry("epro-left-out", "too-large");
        OutboxEvent larger = DeadLetters.of(
                quarantined(new byte[MESSAGE_MAX], new byte[MESSAGE_MAX], Map.of("a", "b".repeat(MESSAGE_MAX))));
        assertThat(size(larger)).isLessThan(DEAD_LETTER_MAX);
        OutboxEvent whole = DeadLetters.of(quarantined(key, new byte[MESSAGE_MAX], Map.of("a", "b")));
        assertThat(whole.value()).hasSize(MESSAGE_MAX);
        assertThat(whole.headers()).containsEntry("a", "b").doesNotContainKey("epro-left-out");
    }

    private OutboxEvent outcome(Settled settled) {
        return events.outcome(settled, new AuditReceipt("lane", 1, "00"), Instant.EPOCH);
    }

    private static Settled rejected(List<Violation> reasons, Map<String, String> headers) {
        TestLane lane = new TestLane();
        var read = (Evaluated) lane.record(0, SentSubmission.of(TestForms.PAIN, "{\"pain\":3}"));
        var raw = new RawRecord(
                read.raw().position(), read.raw().key(), read.raw().value(), headers);
        var evaluation = new Evaluation.Invalid("1", false, reasons);
        var record = new Evaluated(raw, read.submission(), evaluation, read.harm());
        var row = new Rows("topic", Instant.EPOCH).rejection(raw, record.submission(), evaluation, 1);
        return new Settled.Rejected(record, evaluation, 1, row);
    }

    private static Settled.Quarantined quarantined(byte[] key, byte[] value, Map<String, String> headers) {
        var raw = new RawRecord(new Position("topic", 0, 0), key, value, headers);
        return new Settled.Quarantined(
                raw, "truncated", Optional.empty(), new Rows("topic", Instant.EPOCH).quarantine(raw, "truncated"));
    }

    private static SubmissionOutcome decoded(OutboxEvent event) {
        return switch (RunningProcessing.bean(RecordCodec.class).decode(event.value(), SubmissionOutcome.class)) {
            case Decoded.Read<SubmissionOutcome>(var outcome, var _) -> outcome;
            default -> throw new AssertionError("unreadable");
        };
    }

    private static long size(OutboxEvent event) {
        byte[] key = event.key();
        byte[] value = event.value();
        return (key == null ? 0L : key.length)
                + (value == null ? 0 : value.length)
                + event.headers().toString().length();
    }
}
