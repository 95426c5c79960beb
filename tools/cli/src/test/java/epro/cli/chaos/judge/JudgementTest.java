package epro.cli.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Books in which everything holds, and each way in which they may not. */
class JudgementTest {

    private static final Denied CONFLICTING = new Denied(409, "conflicting-content");

    @Test
    void findsNothingWhereEverythingHolds() {
        assertThat(Judge.violations(sound())).isEmpty();
    }

    @Test
    void findsNothingInAReplayThatCameThroughTheTopic() {
        assertThat(Judge.violations(new Draft().replayed("a", 0, 2).books())).isEmpty();
    }

    @Test
    void findsNothingInOtherContentThatWasDeniedAndLeftNothing() {
        assertThat(Judge.violations(
                        new Draft().sent("a", "hash-z", 20, CONFLICTING).books()))
                .isEmpty();
    }

    @Test
    void holdsWhatWasSentAfterARepeatedAnswerAgainstItsPlace() {
        Draft books = new Draft().sent("b", 12, new Accepted(new Place(0, 1), true));
        assertThat(Judge.violations(books.books())).isEmpty();
        books.sent("a", 15, new Accepted(new Place(0, 0), true));
        assertThat(Judge.violations(books.books())).isEmpty();
        books.sent("a", 20, new Accepted(new Place(0, 0), false));
        assertThat(Judge.violations(books.books()))
                .extracting(Violation::invariant)
                .contains(Invariant.I10);
    }

    @Test
    void findsNothingInARevisionThatWasPublished() {
        assertThat(Judge.violations(
                        new Draft().revision("a", 1).revisionOnTheTopic("a", 1).books()))
                .isEmpty();
    }

    @Test
    void doesNotCountRecordsWhereTheProducerMayHaveWrittenOneTwice() {
        Draft books =
                new Draft().sent("u", 0, new Unknown("?")).logged("a", 0, 9).receipt("a", 0, 9, "DUPLICATE");

        assertThat(Judge.violations(books.outcome(0, 9).books()))
                .extracting(Violation::invariant)
                .doesNotContain(Invariant.I6);
    }

    @Test
    void findsNothingInADeadLetterFromQuarantine() {
        Draft books = new Draft()
                .poison(1, 9)
                .receipt("p", 1, 9, "QUARANTINED")
                .row("QUARANTINED", 1, 9)
                .outcome(1, 9);

        assertThat(Judge.violations(books.deadLetter(new Place(1, 9)).books())).isEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.concat(damagesOfArrivals(), damagesOfWhatFollows());
    }

    private static Stream<Arguments> damagesOfArrivals() {
        return Stream.of(
                damage("an accepted record without receipt", Invariant.I1, books -> books.without("a")),
                damage("a submission created twice", Invariant.I2, books -> books.stored("a", 2, 1, "hash-a")),
                damage("a row too many", Invariant.I2, books -> books.stored("a", 1, 2, "hash-a")),
                damage("a row that nobody sent", Invariant.I3, books -> books.stored("z", 1, 1, "hash-z")),
                damage("a conflict that nobody sent", Invariant.I3, books -> books.conflict("hash-z")),
                damage("other content than was sent", Invariant.I4, books -> books.stored("a", 1, 1, "hash-b")),
                damage(
                        "unknown, in the log and not stored",
                        Invariant.I5,
                        books -> books.sent("u", 0, new Unknown("?"))
                                .logged("u", 0, 9)
                                .receipt("u", 0, 9, "STORED")),
                damage(
                        "refused and in the log",
                        Invariant.I6,
                        books -> books.sent("r", 0, new Refused("full", Duration.ofSeconds(1)))
                                .logged("r", 0, 9)
                                .receipt("r", 0, 9, "STORED")),
                damage(
                        "other content denied and in the log",
                        Invariant.I6,
                        books -> books.sent("a", "hash-z", 20, CONFLICTING)
                                .logged("a", "hash-z", 9)
                                .receipt("a", 0, 9, "CONFLICT")),
                damage(
                        "refused once, and in the log beside what was accepted later",
                        Invariant.I6,
                        books -> books.sent("a", 0, new Refused("full", Duration.ofSeconds(1)))
                                .logged("a", 0, 9)
                                .receipt("a", 0, 9, "DUPLICATE")
                                .outcome(0, 9)),
                damage("denied without another one", Invariant.I6, books -> books.sent("d", 0, CONFLICTING)),
                damage(
                        "denied for another reason",
                        Invariant.I6,
                        books -> books.sent("a", "hash-z", 20, new Denied(400, "bad-request"))));
    }

    private static Stream<Arguments> damagesOfWhatFollows() {
        return Stream.of(
                damage("a broken link", Invariant.I7, books -> books.broken("processing lane 3")),
                damage("a chain without checkpoint", Invariant.I7, books -> books.unanchored("processing lane")),
                damage(
                        "more entries than replays",
                        Invariant.I2,
                        books -> books.replayed("a", 0, 2).stored("a", 3, 3, "hash-a")),
                damage(
                        "in quarantine without a dead letter",
                        Invariant.I11,
                        books -> books.poison(1, 9).receipt("p", 1, 9, "QUARANTINED")),
                damage("a good record among the dead", Invariant.I11, books -> books.deadLetter(new Place(0, 0))),
                damage("a dead letter from nowhere", Invariant.I11, books -> books.deadLetter(null)),
                damage("an alert missing", Invariant.I8, books -> books.wrongAlert("a: its event has 0 alerts")),
                damage("a revision not on its topic", Invariant.I8, books -> books.revision("a", 1)),
                damage("a revision on the topic only", Invariant.I8, books -> books.revisionOnTheTopic("a", 1)),
                damage(
                        "a conflict without its row",
                        Invariant.I9,
                        books -> books.logged("a", "hash-z", 9)
                                .receipt("a", 0, 9, "CONFLICT")
                                .outcome(0, 9)),
                damage("a row in quarantine of nothing", Invariant.I9, books -> books.row("QUARANTINED", 0, 7)),
                damage("a record without receipt", Invariant.I9, books -> books.logged("x", 1, 9)),
                damage("two receipts of one record", Invariant.I9, books -> books.receipt("a", 0, 0, "DUPLICATE")),
                damage(
                        "unreadable and stored",
                        Invariant.I9,
                        books -> books.poison(1, 9).receipt("p", 1, 9, "STORED")),
                damage("a receipt without outcome", Invariant.I9, Draft::withoutOutcomes),
                damage("sent later and before it in the log", Invariant.I10, Draft::swapped),
                damage("published in the wrong order", Invariant.I10, Draft::outcomesReversed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void findsEachDamageByItsInvariant(String damage, Invariant invariant, UnaryOperator<Draft> inflict) {
        Books damaged = inflict.apply(new Draft()).books();

        assertThat(Judge.violations(damaged)).extracting(Violation::invariant).contains(invariant);
    }

    @Test
    void tellsAnAcceptedSubmissionThatIsLostFromOneThatIsElsewhere() {
        assertThat(Judge.violations(new Draft().lost("a").books()))
                .filteredOn(violation -> violation.invariant() == Invariant.I1)
                .extracting(Violation::detail)
                .containsExactly("accepted at Place[partition=0, offset=0] and stored nowhere");
    }

    @Test
    void tellsWhatIsKnownOfASubmission() {
        String story = new Story(sound(), Map.of("a", List.of("alert    of ae-1"))).of("a");

        assertThat(story)
                .contains("sent", "door 0", "Accepted", "log", "receipt", "STORED", "outcome", "stored", "alert");
    }

    private static Arguments damage(String name, Invariant invariant, UnaryOperator<Draft> inflict) {
        return Arguments.of(name, invariant, inflict);
    }

    private static Books sound() {
        return new Draft().books();
    }
}
