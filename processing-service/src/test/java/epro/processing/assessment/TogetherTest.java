package epro.processing.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.SentSubmission;
import epro.processing.reading.Submission;
import epro.processing.suspicion.Subject;
import epro.schemas.json.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which questions share a call. */
class TogetherTest {

    @Test
    void fillsCallsUpToTheNumberOfTextsInTheOrderOfTheClaim() {
        List<Assessment> claimed =
                IntStream.range(0, 10).mapToObj(_ -> asked("en", "a", "b")).toList();
        List<List<Assessment>> calls = Together.of(claimed, 8);
        assertThat(calls).extracting(List::size).containsExactly(4, 4, 2);
        assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(claimed);
    }

    @Test
    void asksEachAloneWhereNoneAreToShare() {
        assertThat(Together.of(List.of(asked("en", "a"), asked("en", "b", "c")), 1))
                .hasSize(2);
    }

    @Test
    void givesACallOfItsOwnToWhatIsMoreThanACallHolds() {
        Assessment many = asked("en", Collections.nCopies(9, "a").toArray(String[]::new));
        Assessment lengthy = asked("en", "a".repeat(200_000));
        assertThat(Together.of(List.of(asked("en", "a"), many, asked("en", "b"), lengthy), 8))
                .extracting(List::size)
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void mixesNoLanguages() {
        List<List<Assessment>> calls =
                Together.of(List.of(asked("en", "a"), asked("zh", "b"), asked(null, "c"), asked("en", "d")), 8);
        assertThat(calls).hasSize(3);
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.stream().map(one -> "" + one.language()))
                        .containsOnly("" + call.getFirst().language()));
    }

    @Test
    void asksAloneWhatWasAskedBefore() {
        Assessment first = asked("en", "a");
        Assessment again = new Assessment(UUID.randomUUID(), first.subject(), "en", first.texts(), 2, 0);
        Assessment last = asked("en", "b");
        assertThat(Together.of(List.of(first, again, last), 8))
                .containsExactlyInAnyOrder(List.of(again), List.of(first, last));
    }

    static Assessment asked(@Nullable String language, String... texts) {
        SentSubmission sent = SentSubmission.of("form", "{}");
        var submission =
                new Submission(sent.event(), sent.key(), sent.patientKey(), null, new JsonValue.Members(Map.of()));
        return new Assessment(
                UUID.randomUUID(),
                Subject.of(submission, "STORED"),
                language,
                Arrays.stream(texts).map(text -> new Text("note", text)).toList(),
                1,
                0);
    }
}
