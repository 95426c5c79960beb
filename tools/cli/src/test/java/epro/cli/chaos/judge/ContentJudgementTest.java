package epro.cli.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other content under an id that is known, and what it may count as. */
class ContentJudgementTest {

    private static final Place THIRD = new Place(0, 9);

    @Test
    void findsNothingInOtherContentThatIsAConflict() {
        assertThat(Judge.violations(otherContent()
                        .receipt("a", "hash-z", THIRD, "CONFLICT")
                        .row("CONFLICT", 0, 9)
                        .books()))
                .isEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "other content that counts as a duplicate",
                        Invariant.I9,
                        books -> books.receipt("a", "hash-z", THIRD, "DUPLICATE")),
                damage(
                        "other content that counts as a duplicate, with the hash of the first",
                        Invariant.I4,
                        books -> books.receipt("a", "hash-a", THIRD, "DUPLICATE")),
                damage(
                        "a conflict with itself",
                        Invariant.I9,
                        books -> books.receipt("a", "hash-a", THIRD, "CONFLICT").row("CONFLICT", 0, 9)),
                damage(
                        "stored with other content than stands there",
                        Invariant.I9,
                        books -> books.receipt("a", "hash-z", THIRD, "STORED")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void findsEachDamageByItsInvariant(String damage, Invariant invariant, UnaryOperator<Draft> inflict) {
        Books damaged = inflict.apply(otherContent()).books();

        assertThat(Judge.violations(damaged)).extracting(Violation::invariant).contains(invariant);
    }

    private static Draft otherContent() {
        return new Draft()
                .sent("a", "hash-z", 20, new Accepted(THIRD, false))
                .logged("a", "hash-z", 9)
                .outcome(0, 9);
    }

    private static Arguments damage(String name, Invariant invariant, UnaryOperator<Draft> inflict) {
        return Arguments.of(name, invariant, inflict);
    }
}
