package epro.cli.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.judge.Heard.Content;
import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Message;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeardTest {

    private static final Content FIRST = new Content("a", "hash-a");

    @Test
    void findsNothingWhereWordsWereReadOnceAndWhatIsGraveIsSuspected() {
        assertThat(harm("I don't want to live any more.", List.of(FIRST), Map.of("a", Set.of("suicidality", "other"))))
                .isEmpty();
        assertThat(harm("A quiet day.", List.of(FIRST), Map.of())).isEmpty();
        assertThat(harm("", List.of(), Map.of())).isEmpty();
    }

    @Test
    void findsWordsThatTheModelWasNeverAskedOfOrTwice() {
        assertThat(harm("A quiet day.", List.of(), Map.of()))
                .containsExactly("hash-a has words in it, and the model was asked of it 0 times");
        assertThat(harm("A quiet day.", List.of(FIRST, FIRST), Map.of())).hasSize(1);
        assertThat(harm("A quiet day.", List.of(new Content("a", "hash-z")), Map.of()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chest pain since the morning, and I can hardly breathe.",
                "从昨天开始便血，头晕。",
                "I don't want to live any more."
            })
    void findsWhatIsGraveAndSuspectedByNobody(String note) {
        assertThat(harm(note, List.of(FIRST), Map.of("a", Set.of("fatigue"))))
                .singleElement()
                .asString()
                .startsWith("hash-a tells of ");
    }

    @Test
    void hearsWhatIsSaidInOtherContentToo() {
        Consumer<Draft> otherContent =
                books -> books.logged("a", "hash-z", 9).receipt("a", "hash-z", new Place(0, 9), "CONFLICT");

        assertThat(harm("A quiet day.", "hash-z", otherContent, new Heard(List.of(FIRST), Map.of())))
                .containsExactly("hash-z has words in it, and the model was asked of it 0 times");
    }

    @Test
    void findsARevisionThatComesAfterALaterOne() {
        Draft ascending = new Draft()
                .revisionOnTheTopic("a", 1)
                .revisionOnTheTopic("a", 2)
                .revisionOnTheTopic("a", 1)
                .revisionOnTheTopic("b", 1);
        assertThat(Harm.publishedInTheirOrder(ascending.books())).isEmpty();

        Draft falling = new Draft().revisionOnTheTopic("a", 2).revisionOnTheTopic("a", 1);
        assertThat(Judge.violations(falling.books()))
                .filteredOn(violation -> violation.invariant() == Invariant.I8)
                .extracting(Violation::detail)
                .contains("revision 1 of the suspected adverse event ae-a comes on the topic after a later one");
    }

    private static List<String> harm(String note, List<Content> asked, Map<String, Set<String>> suspected) {
        return harm(note, "hash-a", _ -> {}, new Heard(asked, suspected));
    }

    /** What the judge says of harm where this note was sent with that content. */
    private static List<String> harm(String note, String hash, Consumer<Draft> change, Heard heard) {
        Draft draft = new Draft();
        change.accept(draft);
        Books books = draft.books();
        Attempt first = books.ledger().getFirst();
        String body = "{\"answers\":{\"pain\":1,\"note\":\"%s\"}}".formatted(note);
        Message message = new Message(Duration.ZERO, "patient", "a", body, hash);
        Attempt sent = new Attempt(message, 0, first.sentAt(), first.answeredAt(), first.answer());
        Books with = new Books(
                books.study(),
                List.of(sent),
                books.log(),
                books.outcomes(),
                books.deadLetters(),
                books.receipts(),
                books.stored(),
                new Harm(List.of(), List.of(), List.of(), List.of(), heard),
                books.loose());
        return Judge.violations(with).stream()
                .filter(violation -> violation.invariant() == Invariant.I8)
                .map(Violation::detail)
                .toList();
    }
}
