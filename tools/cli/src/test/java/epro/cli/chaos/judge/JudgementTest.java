package epro.cli.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Message;
import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String STUDY = "study";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void findsNothingWhereEverythingHolds() {
        assertThat(Judge.violations(sound())).isEmpty();
    }

    static Stream<Arguments> damages() {
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
                damage("a broken link", Invariant.I7, books -> books.broken("processing lane 3")),
                damage("an alert missing", Invariant.I8, books -> books.wrongAlert("ae has 0 alerts")),
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
    void tellsWhatIsKnownOfASubmission() {
        String story = new Story(sound()).of("a");

        assertThat(story).contains("sent", "Accepted", "log", "receipt", "STORED", "outcome", "stored");
    }

    private static Arguments damage(String name, Invariant invariant, UnaryOperator<Draft> inflict) {
        return Arguments.of(name, invariant, inflict);
    }

    private static Books sound() {
        return new Draft().books();
    }

    /** Two submissions of one patient, one after the other. */
    static final class Draft {

        private final List<Attempt> ledger = new ArrayList<>();
        private final List<LoggedRecord> log = new ArrayList<>();
        private final List<Published> outcomes = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private final Map<String, Stored> stored = new HashMap<>();
        private final List<String> conflicts = new ArrayList<>();
        private final List<String> alerts = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        Draft() {
            arrived("a", 0, 0);
            arrived("b", 10, 1);
        }

        private void arrived(String id, int second, long offset) {
            sent(id, second, new Accepted(new Place(0, offset), false));
            logged(id, 0, offset).receipt(id, 0, offset, "STORED").stored(id, 1, 1, "hash-" + id);
            outcomes.add(new Published(0, new Place(0, offset)));
        }

        Draft sent(String id, int second, Answer answer) {
            Message message = new Message(Duration.ZERO, "patient", id, "{\"answers\":{\"pain\":1}}", "hash-" + id);
            Instant at = START.plusSeconds(second);
            ledger.add(new Attempt(message, 0, at, at.plusMillis(5), answer));
            return this;
        }

        Draft logged(String id, int partition, long offset) {
            log.add(new LoggedRecord(new Place(partition, offset), "key-" + id, id, STUDY));
            return this;
        }

        Draft poison(int partition, long offset) {
            log.add(new LoggedRecord(new Place(partition, offset), null, null, null));
            return this;
        }

        Draft receipt(String id, int partition, long offset, String action) {
            receipts.add(new Receipt(
                    new Place(partition, offset),
                    "lane-" + partition,
                    receipts.size() + 1,
                    action,
                    "key-" + id,
                    "hash-" + id));
            return this;
        }

        Draft stored(String id, long creations, long rows, String hash) {
            stored.put(id, new Stored("key-" + id, id, hash, "STORED", creations, rows, "{\"pain\":1}"));
            return this;
        }

        Draft without(String id) {
            receipts.removeIf(receipt -> receipt.entity().equals("key-" + id));
            return this;
        }

        Draft conflict(String hash) {
            conflicts.add(hash);
            return this;
        }

        Draft wrongAlert(String text) {
            alerts.add(text);
            return this;
        }

        Draft broken(String link) {
            links.add(link);
            return this;
        }

        Draft withoutOutcomes() {
            outcomes.clear();
            return this;
        }

        Draft outcomesReversed() {
            outcomes.replaceAll(
                    one -> new Published(0, new Place(0, 1 - one.origin().offset())));
            return this;
        }

        /** What was sent last was given the place before. */
        Draft swapped() {
            ledger.replaceAll(attempt -> new Attempt(
                    attempt.message(),
                    attempt.door(),
                    START.plusSeconds(20).minus(Duration.between(START, attempt.sentAt())),
                    START.plusSeconds(21).minus(Duration.between(START, attempt.sentAt())),
                    attempt.answer()));
            return this;
        }

        Books books() {
            Books.Loose loose = new Books.Loose(conflicts, alerts, List.of(), links);
            return new Books(STUDY, ledger, log, outcomes, receipts, stored, loose);
        }
    }
}
