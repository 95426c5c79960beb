package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.reading.ReadRecord;
import epro.schemas.event.SubmissionReceived;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cry for help is heard, whatever else is wrong with its record. */
class HeardInQuarantineTest {
    private final TestLane lane = new TestLane();
    private final SentSubmission sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":3,\"note\":\"我想死\"}");

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    static Stream<UnaryOperator<SubmissionReceived.Builder>> odd() {
        return Stream.of(
                event -> event.setPatientKey(new UUID(0, 0).toString()),
                event -> event.setActor("\0"),
                event -> event.setFormId("a\0".repeat(1_000)),
                event -> event.setContentHash("none"),
                event -> event.setSiteId(""),
                event -> event.setReceivedAt(Instant.parse("-9999-01-01T00:00:00Z")),
                event -> event.setReceivedAt(Instant.parse("+99999-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void isSuspectedOfTheSubmissionThatItClaimsToBeOnceHoweverOftenItComes(
            UnaryOperator<SubmissionReceived.Builder> change) {
        SubmissionReceived event =
                change.apply(SubmissionReceived.newBuilder(sent.event())).build();
        lane.store(lane.record(0, sent, event), lane.record(1, sent, event));
        lane.store(lane.record(2, sent, event));
        assertThat(lane.actions()).containsExactly("QUARANTINED", "AE_DETECTED", "QUARANTINED", "QUARANTINED");
        assertThat(suspected(sent.key())).containsExactly("suicidality EMERGENCY QUARANTINED");
    }

    @Test
    void isNotAlarmedAboutOnceMoreWhenItIsMended() {
        lane.store(lane.record(0, sent, odd(event -> event.setActor("\0"))), lane.record(1, sent));
        assertThat(lane.actions()).containsExactly("QUARANTINED", "AE_DETECTED", "STORED");
    }

    @Test
    void isToldApartWhereNobodyIsNamed() {
        SubmissionReceived nameless = odd(event -> event.setPatientId("").setStudyId(""));
        lane.store(lane.record(0, sent, nameless), lane.record(1, sent, nameless));
        assertThat(lane.actions()).containsExactly("QUARANTINED", "AE_DETECTED", "QUARANTINED", "AE_DETECTED");
        assertThat(suspected(sent.key())).isEmpty();
    }

    @Test
    void isHeardWhereTheDatabaseRefusesItsRow() {
        var read = (ReadRecord.Evaluated) lane.record(0, sent);
        var refused = new ReadRecord.Evaluated(
                read.raw(),
                new epro.processing.reading.Submission(
                        odd(event -> event.setFormId("\0")),
                        read.submission().key(),
                        read.submission().patientKey(),
                        read.submission().completedAt(),
                        read.submission().answers()),
                read.evaluation(),
                read.harm());
        lane.store(refused);
        assertThat(lane.actions()).containsExactly("QUARANTINED", "AE_DETECTED");
    }

    private SubmissionReceived odd(UnaryOperator<SubmissionReceived.Builder> change) {
        return change.apply(SubmissionReceived.newBuilder(sent.event())).build();
    }

    private static List<String> suspected(UUID submissionKey) {
        return RunningProcessing.superuser()
                .sql("SELECT term ->> 'code' || ' ' || urgency || ' ' || record_state FROM adverse_event"
                        + " WHERE submission_key = ?")
                .param(submissionKey)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
