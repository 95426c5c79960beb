package epro.cli.chaos.judge;

import epro.cli.chaos.traffic.Ledger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges one run: opened before it begins, asked when it is over.
 *
 * <p>It believes the clients' ledger, what it reads from topics and tables itself, and nothing that a service says.
 */
public final class Judge {

    private static final List<Function<Books, Stream<Violation>>> CHECKS = List.of(
            Arrivals::everythingAcceptedIsStored,
            Arrivals::storedOnce,
            Arrivals::nothingElseIsThere,
            Arrivals::asItWasSent,
            Absences::unknownIsAllOrNothing,
            Absences::refusedIsAbsent,
            Absences::onlyOtherContentIsDenied,
            Absences::notMoreOftenThanItWasTaken,
            Receipts::chainsHold,
            Harm::decidedAndAlertedOnce,
            Harm::publishedAsStored,
            Harm::publishedInTheirOrder,
            Heard::nothingIsOverlooked,
            Receipts::everyRecordHasOne,
            Receipts::eachOfWhatCameIn,
            Receipts::sameIsSameAndOtherIsOther,
            Receipts::everyReceiptHasItsOutcome,
            Receipts::everyReceiptHasItsRow,
            DeadLetters::areThoseInQuarantine,
            Order::ofSending,
            Order::ofEffects);

    private final String study;
    private final Log log;
    private final Books.Beginnings from;

    /** @param study which the run's messages bear, and no others */
    public Judge(String study, Log log) {
        this.study = study;
        this.log = log;
        this.from = Books.Beginnings.of(log);
    }

    public SortedMap<Integer, Long> beganAt() {
        return from.submissions();
    }

    /** What does not hold, in the order of the checks. */
    public Verdict judge(Ledger ledger, Connection database) throws InterruptedException, SQLException {
        Books books = Books.read(study, ledger.attempts(), log, from, database);
        List<Violation> violations = violations(books);
        Story story = new Story(books, violations.isEmpty() ? Map.of() : new Tables(database).traces(study));
        return new Verdict(
                violations,
                violations.stream()
                        .map(Violation::subject)
                        .distinct()
                        .map(story::of)
                        .toList(),
                Became.of(books.receipts()));
    }

    static List<Violation> violations(Books books) {
        return CHECKS.stream().flatMap(check -> check.apply(books)).toList();
    }

    /**
     * What the judge found.
     *
     * @param stories everything that is known of each subject of a violation
     * @param became what became of the records that came in
     */
    public record Verdict(List<Violation> violations, List<String> stories, Became became) {

        /** What nothing was compared for. */
        public static final Verdict NONE = new Verdict(List.of(), List.of(), Became.of(List.of()));

        /** With more that does not hold. */
        public Verdict with(List<Violation> more) {
            return new Verdict(Stream.concat(violations.stream(), more.stream()).toList(), stories, became);
        }
    }
}
