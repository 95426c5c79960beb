package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.reading.ReadRecord;
import epro.schemas.event.Answer;
import epro.schemas.event.AnswerKind;
import epro.schemas.event.Authentication;
import epro.schemas.event.SubmissionReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that intake would not write, and some that it would: each is settled, none stands in its neighbours' way. */
class OddRecordsTest {
    private static final int MANY = 12;
    private static final int MORE_THAN_AN_INDEX_HOLDS = 20_000;

    private final TestLane lane = new TestLane();

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00bbbbbbbbbb", "\uD83D\uDE00"})
    void readsBackWhatItFoundUnderALongName(String end) {
        String answers = "{\"" + "a".repeat(198) + end + "\":\"我想死\"}";
        SentSubmission sent = SentSubmission.of("form-of-nobody", answers);
        lane.store(lane.record(0, sent));
        lane.store(lane.record(1, sent.withAnswers(answers.replace("死", "死。"))));
        assertThat(lane.actions()).containsExactly("REJECTED", "AE_DETECTED", "CONFLICT");
    }

    @ParameterizedTest
    @MethodSource("oddEvents")
    void quarantinesAnyNumberOfRecordsWhoseBytesProveThatTheyAreOdd(SubmissionReceived odd) {
        List<ReadRecord> batch = new ArrayList<>();
        batch.add(lane.record(0, good()));
        for (int offset = 1; offset <= MANY; offset++) {
            batch.add(lane.record(offset, SENT, odd));
        }
        assertThat(lane.store(batch)).isEqualTo(new StoreResult.Done(MANY + 1));
        assertThat(lane.actions().subList(1, MANY + 1)).containsOnly("QUARANTINED");
        assertThat(lane.actions()).startsWith("STORED");
    }

    private static final SentSubmission SENT = SentSubmission.of(TestForms.PAIN, "{\"pain\":3,\"note\":\"a rash\"}");

    private static Stream<SubmissionReceived> oddEvents() {
        return Stream.of(
                odd().setContentHash(tooLong()).build(),
                odd().setContentHash("ABCDEF").build(),
                odd().setFormId("f".repeat(201)).build(),
                odd().setCompletedAt("2".repeat(201)).build(),
                odd().setDocument("{").build(),
                odd().setDocument("[]").build(),
                odd().setDocument("{\"a\":\"\\u0000\"}").build(),
                odd().setAuthentication(new Authentication("issuer", "to\0ken", null, null))
                        .build(),
                odd().setAnswers(List.of(answer("pa\0in", AnswerKind.SKIPPED))).build(),
                odd().setAnswers(List.of(answer("pain", AnswerKind.UNKNOWN))).build(),
                odd().setAnswers(List.of(answer("pain", AnswerKind.TEXT))).build(),
                odd().setAnswers(List.of(answer("pain", AnswerKind.SKIPPED), answer("pain", AnswerKind.SKIPPED)))
                        .build(),
                odd().setAnswers(List.of(Answer.newBuilder(answer("pain", AnswerKind.NUMBER))
                                .setNumber("three")
                                .build()))
                        .build(),
                odd().setAnswers(List.of(deep(300))).build());
    }

    private static SubmissionReceived.Builder odd() {
        return SubmissionReceived.newBuilder(SENT.event());
    }

    private static Answer answer(String linkId, AnswerKind kind) {
        return Answer.newBuilder().setLinkId(linkId).setKind(kind).build();
    }

    private static Answer deep(int levels) {
        Answer answer = answer("pain", AnswerKind.SKIPPED);
        for (int level = 0; level < levels; level++) {
            answer = Answer.newBuilder()
                    .setLinkId("group")
                    .setKind(AnswerKind.GROUP)
                    .setAnswers(List.of(answer))
                    .build();
        }
        return answer;
    }

    private static SentSubmission good() {
        return SentSubmission.of(TestForms.PAIN, "{\"pain\":3}");
    }

    /** So long and random that no index of the database can hold it. */
    static String tooLong() {
        return RandomGenerator.of("L64X128MixRandom")
                .ints(MORE_THAN_AN_INDEX_HOLDS, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
