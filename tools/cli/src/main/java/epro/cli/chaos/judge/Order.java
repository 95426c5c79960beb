package epro.cli.chaos.judge;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether what happened in a sequence has its effects in that sequence. */
final class Order {

    private Order() {}

    /** What was accepted before another message of the patient was first sent stands before it in the log, where a record was written. */
    static Stream<Violation> ofSending(Books books) {
        return books.ledger().stream()
                .filter(attempt -> attempt.answer() instanceof Accepted)
                .collect(groupingBy(attempt -> attempt.message().patientId()))
                .values()
                .stream()
                .flatMap(Order::misplaced);
    }

    private static Stream<Violation> misplaced(List<Attempt> ofOnePatient) {
        List<Violation> violations = new ArrayList<>();
        List<Attempt> bySending = ofOnePatient.stream()
                .sorted(Comparator.comparing(Attempt::sentAt))
                .toList();
        for (Attempt later : bySending) {
            if (((Accepted) later.answer()).repeated()) {
                continue;
            }
            Instant sent = later.sentAt();
            ofOnePatient.stream()
                    .filter(earlier -> earlier.answeredAt().isBefore(sent) && !before(place(earlier), place(later)))
                    .map(earlier -> new Violation(
                            Invariant.I10,
                            later.message().submissionId(),
                            "%s stands at %s and was sent after %s, which stands at %s"
                                    .formatted(
                                            later.message().submissionId(),
                                            place(later),
                                            earlier.message().submissionId(),
                                            place(earlier))))
                    .forEach(violations::add);
        }
        return violations.stream();
    }

    private static Place place(Attempt attempt) {
        return ((Accepted) attempt.answer()).place();
    }

    private static boolean before(Place one, Place other) {
        return one.partition() == other.partition() && one.offset() < other.offset();
    }

    /**
     * Entries are numbered in the order of the log, and outcomes first published in it: within each partition of theirs, since
     * those of records without the patient's key go elsewhere.
     */
    static Stream<Violation> ofEffects(Books books) {
        Stream<Violation> entries = books.receipts().stream().collect(groupingBy(Receipt::lane)).values().stream()
                .flatMap(lane -> falling(lane.stream()
                        .sorted(comparingLong(Receipt::sequence))
                        .map(Receipt::place)
                        .toList()));
        Stream<Violation> outcomes =
                books.outcomes().stream().collect(groupingBy(Published::partition)).values().stream()
                        .flatMap(published -> falling(published.stream()
                                .map(Published::origin)
                                .distinct()
                                .toList()));
        return Stream.concat(entries, outcomes);
    }

    private static Stream<Violation> falling(List<Place> places) {
        List<Violation> violations = new ArrayList<>();
        Map<Integer, Long> last = new HashMap<>();
        for (Place place : places) {
            Long before = last.put(place.partition(), place.offset());
            if (before != null && before > place.offset()) {
                violations.add(new Violation(Invariant.I10, place.toString(), "took effect after offset " + before));
            }
        }
        return violations.stream();
    }
}
