package epro.processing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.Position;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.form.ReasonCode;
import epro.processing.form.Violation;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A patient who stops before the end has said what they have said. */
class PartialSubmissionTest {

    @BeforeAll
    static void publishForm() {
        TestForms.publishNauseaDiary();
    }

    @Test
    void doesNotMissWhatIsNotThere() {
        String answers = "{\"frequency\":4,\"severity\":4}";

        assertThat(evaluation(answers, Completeness.PARTIAL)).isInstanceOf(Evaluation.Valid.class);
        assertThat(evaluation(answers, Completeness.COMPLETE).notes())
                .extracting(Violation::code)
                .containsExactly(ReasonCode.REQUIRED);
    }

    @Test
    void isRejectedForWhatIsThere() {
        assertThat(evaluation("{\"weight\":\"heavy\"}", Completeness.PARTIAL))
                .isInstanceOfSatisfying(
                        Evaluation.Invalid.class,
                        invalid -> assertThat(invalid.reasons())
                                .extracting(Violation::code)
                                .containsExactly(ReasonCode.WRONG_TYPE));
    }

    @Test
    void isReadForHarmAllTheSame() {
        var whole = read("{\"frequency\":4,\"severity\":4,\"remarks\":\"我想死\"}", Completeness.COMPLETE);
        var partial = read("{\"frequency\":4,\"severity\":4,\"remarks\":\"我想死\"}", Completeness.PARTIAL);

        assertThat(partial.harm().levels()).hasSize(2).isEqualTo(whole.harm().levels());
        assertThat(partial.harm().texts()).hasSize(1).isEqualTo(whole.harm().texts());
        assertThat(partial.harm()).hasToString(whole.harm().toString());
    }

    private static Evaluation evaluation(String answers, Completeness completeness) {
        return read(answers, completeness).evaluation();
    }

    private static ReadRecord.Evaluated read(String answers, Completeness completeness) {
        var sent = SentSubmission.of(TestForms.NAUSEA, answers);
        var event = SubmissionReceived.newBuilder(sent.event())
                .setCompleteness(completeness)
                .build();
        var codec = RunningProcessing.bean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        var raw = new RawRecord(
                new Position("topic", 0, 0), sent.recordKey(), codec.encode(Topics.SUBMISSIONS, event), Map.of());
        return (ReadRecord.Evaluated)
                RunningProcessing.bean(SubmissionReader.class).read(raw);
    }
}
