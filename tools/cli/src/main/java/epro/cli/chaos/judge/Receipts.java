package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether everything has its one entry, and what follows from it. */
final class Receipts {

    private static final String CONFLICT = "CONFLICT";
    private static final String QUARANTINED = "QUARANTINED";
    private static final Set<String> ACTIONS = Set.of("STORED", "REJECTED", "DUPLICATE", CONFLICT, QUARANTINED);

    private Receipts() {}

    static Stream<Violation> chainsHold(Books books) {
        Stream<Violation> broken = books.loose().brokenLinks().stream()
                .map(link -> new Violation(Invariant.I7, link, "this link of the chain does not hold"));
        Stream<Violation> ahead = books.loose().unanchored().stream()
                .map(lane -> new Violation(Invariant.I7, lane, "has grown beyond the last checkpoint for too long"));
        return Stream.concat(broken, ahead);
    }

    static Stream<Violation> everyRecordHasOne(Books books) {
        Map<Place, List<Receipt>> receipts = books.receiptsByPlace();
        Stream<Violation> wrong = books.log().stream()
                .filter(record -> !accounted(record, receipts.getOrDefault(record.place(), List.of())))
                .map(record -> new Violation(
                        Invariant.I9,
                        subject(record),
                        "%s has the receipts %s".formatted(record.place(), receipts.get(record.place()))));
        Set<Place> logged = books.log().stream().map(LoggedRecord::place).collect(Collectors.toSet());
        Stream<Violation> unlogged = receipts.keySet().stream()
                .filter(place -> !logged.contains(place))
                .map(place -> new Violation(Invariant.I9, place.toString(), "a receipt of nothing in the log"));
        return Stream.concat(wrong, unlogged);
    }

    /** What can't be read can only be in quarantine. */
    private static boolean accounted(LoggedRecord record, List<Receipt> receipts) {
        return receipts.size() == 1
                && ACTIONS.contains(receipts.getFirst().action())
                && (record.readable() || receipts.getFirst().action().equals(QUARANTINED));
    }

    /** The entry of what could be read bears the hash of what stands in the log. */
    static Stream<Violation> eachOfWhatCameIn(Books books) {
        Map<Place, List<Receipt>> receipts = books.receiptsByPlace();
        return books.log().stream()
                .flatMap(record -> receipts.getOrDefault(record.place(), List.of()).stream()
                        .filter(receipt -> !receipt.action().equals(QUARANTINED)
                                && !Objects.equals(receipt.contentHash(), record.contentHash()))
                        .map(receipt -> new Violation(
                                Invariant.I4,
                                subject(record),
                                "%s has hash %s, and its receipt is %s"
                                        .formatted(record.place(), record.contentHash(), receipt))));
    }

    /** Under an id stands the content that came first: all that counts as the same has its hash, and a conflict another. */
    static Stream<Violation> sameIsSameAndOtherIsOther(Books books) {
        Map<String, Stored> stored =
                books.stored().values().stream().collect(Collectors.toMap(Stored::submissionKey, Function.identity()));
        return books.receipts().stream()
                .flatMap(receipt -> Stream.ofNullable(stored.get(receipt.entity()))
                        .filter(row -> row.contentHash().equals(receipt.contentHash())
                                == receipt.action().equals(CONFLICT))
                        .map(row -> new Violation(
                                Invariant.I9,
                                row.submissionId(),
                                "stored with hash %s, and %s is a %s with hash %s"
                                        .formatted(
                                                row.contentHash(),
                                                receipt.place(),
                                                receipt.action(),
                                                receipt.contentHash()))));
    }

    /** A conflict and a quarantined record have a row each, at their place in the log; of the others I2 tells. */
    static Stream<Violation> everyReceiptHasItsRow(Books books) {
        return Stream.of(CONFLICT, QUARANTINED).flatMap(action -> {
            Set<Place> rows = books.loose().rows().getOrDefault(action, Set.of());
            Set<Place> entries = books.receipts().stream()
                    .filter(receipt -> receipt.action().equals(action))
                    .map(Receipt::place)
                    .collect(Collectors.toSet());
            return Stream.concat(
                    without(entries, rows, action + " without its row"),
                    without(rows, entries, "a row without " + action));
        });
    }

    private static Stream<Violation> without(Set<Place> places, Set<Place> others, String what) {
        return places.stream()
                .filter(place -> !others.contains(place))
                .map(place -> new Violation(Invariant.I9, place.toString(), what));
    }

    static Stream<Violation> everyReceiptHasItsOutcome(Books books) {
        Set<Place> published = books.outcomes().stream().map(Published::origin).collect(Collectors.toSet());
        return books.receipts().stream()
                .filter(receipt -> !published.contains(receipt.place()))
                .map(receipt -> new Violation(
                        Invariant.I9,
                        receipt.place().toString(),
                        receipt.action() + " without its outcome on the topic"));
    }

    private static String subject(LoggedRecord record) {
        return record.submissionId() == null ? record.place().toString() : record.submissionId();
    }
}
