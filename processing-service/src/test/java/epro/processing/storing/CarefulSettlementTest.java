package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.form.Violation;
import epro.processing.reading.Evaluation;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.Submission;
import epro.schemas.codec.RegistryUnavailable;
import epro.schemas.event.SubmissionReceived;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Only the guilty one is quarantined, whoever refuses it; nobody is blamed for the infrastructure. */
class CarefulSettlementTest {
    private final TestLane lane = new TestLane();

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void blamesTheRecordWhoseRowTheDatabaseRefuses() {
        lane.store(good(0), otherwise(1, event -> event.setFormId("pain\0")), good(2));
        assertThat(lane.actions()).containsExactly("STORED", "QUARANTINED", "STORED");
    }

    @Test
    void blamesTheRecordWhoseQuestionToTheModelTheDatabaseRefuses() {
        lane.store(good(0), otherwise(1, event -> event.setContentHash(OddRecordsTest.tooLong())), good(2));
        assertThat(lane.actions()).containsExactly("STORED", "QUARANTINED", "STORED");
        assertThat(lane.emitted()).as("three outcomes and a dead letter").isEqualTo("4");
    }

    @Test
    void blamesTheRecordOnWhichOurOwnCodeFails() {
        lane.store(good(0), failing(1, () -> new IllegalStateException("odd")), good(2));
        assertThat(lane.actions()).containsExactly("STORED", "QUARANTINED", "STORED");
    }

    @Test
    void blamesNobodyWhenTooManyFail() {
        ReadRecord[] batch = new ReadRecord[4];
        for (int offset = 0; offset < batch.length; offset++) {
            batch[offset] = failing(offset, () -> new IllegalStateException("odd"));
        }
        assertThatThrownBy(() -> lane.store(batch)).isInstanceOf(TooManyFailures.class);
        assertThat(lane.actions()).isEmpty();
    }

    @Test
    void blamesNobodyWhenTheDatabaseRefusesTooMany() {
        ReadRecord[] batch = new ReadRecord[4];
        for (int offset = 0; offset < batch.length; offset++) {
            batch[offset] = otherwise(offset, event -> event.setFormId("pain\0"));
        }
        assertThatThrownBy(() -> lane.store(batch)).isInstanceOf(TooManyFailures.class);
        assertThat(lane.actions()).isEmpty();
    }

    @Test
    void blamesNobodyForTheRegistry() {
        ReadRecord waiting = failing(1, () -> new RegistryUnavailable("away", new IllegalStateException()));
        assertThatThrownBy(() -> lane.store(good(0), waiting)).isInstanceOf(RegistryUnavailable.class);
        assertThat(lane.actions()).isEmpty();
    }

    private ReadRecord good(long offset) {
        return lane.record(offset, sent());
    }

    private static SentSubmission sent() {
        return SentSubmission.of(TestForms.PAIN, "{\"pain\":3,\"note\":\"a rash\"}");
    }

    /** A record past the reader, which would not let it through. */
    private ReadRecord otherwise(long offset, Consumer<SubmissionReceived.Builder> change) {
        var read = (ReadRecord.Evaluated) good(offset);
        var event = SubmissionReceived.newBuilder(read.submission().event());
        change.accept(event);
        var submission = new Submission(
                event.build(),
                read.submission().key(),
                read.submission().patientKey(),
                read.submission().completedAt(),
                read.submission().answers());
        return new ReadRecord.Evaluated(read.raw(), submission, read.evaluation(), read.harm());
    }

    private ReadRecord failing(long offset, Supplier<RuntimeException> failure) {
        var read = (ReadRecord.Evaluated) good(offset);
        List<Violation> reasons = new AbstractList<>() {
            @Override
            public Violation get(int index) {
                throw failure.get();
            }

            @Override
            public int size() {
                return 1;
            }
        };
        var evaluation = new Evaluation.Invalid("1", false, reasons);
        return new ReadRecord.Evaluated(read.raw(), read.submission(), evaluation, read.harm());
    }
}
