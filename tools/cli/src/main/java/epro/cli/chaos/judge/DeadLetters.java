package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the dead-letter topic holds what is in quarantine, and nothing good. */
final class DeadLetters {

    private static final String QUARANTINED = "QUARANTINED";

    private DeadLetters() {}

    static Stream<Violation> areThoseInQuarantine(Books books) {
        Set<Place> quarantined = books.receipts().stream()
                .filter(receipt -> receipt.action().equals(QUARANTINED))
                .map(Receipt::place)
                .collect(Collectors.toSet());
        Set<Place> origins = books.deadLetters().stream()
                .map(DeadLetter::origin)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Stream<Violation> missing = quarantined.stream()
                .filter(place -> !origins.contains(place))
                .map(place -> new Violation(Invariant.I11, place.toString(), "in quarantine and no dead letter"));
        Stream<Violation> good = books.deadLetters().stream()
                .filter(letter -> !quarantined.contains(letter.origin()))
                .map(letter -> new Violation(
                        Invariant.I11, letter.place().toString(), letter + " is a dead letter and not in quarantine"));
        return Stream.concat(missing, good);
    }
}
