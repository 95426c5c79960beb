package epro.cli.chaos.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Message;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what clients sent arrived, once, whole, and nothing else did. */
final class Arrivals {

    private Arrivals() {}

    static Stream<Violation> everythingAcceptedIsStored(Books books) {
        Map<Place, List<Receipt>> receipts = books.receiptsByPlace();
        return books.ledger().stream()
                .filter(attempt -> attempt.answer() instanceof Accepted)
                .flatMap(attempt -> unstored(attempt, ((Accepted) attempt.answer()).place(), receipts, books));
    }

    private static Stream<Violation> unstored(
            Attempt attempt, Place place, Map<Place, List<Receipt>> receipts, Books books) {
        String id = attempt.message().submissionId();
        List<Receipt> here = receipts.getOrDefault(place, List.of());
        Stored stored = books.stored().get(id);
        if (stored == null) {
            return Stream.of(new Violation(Invariant.I1, id, "accepted at " + place + " and stored nowhere"));
        }
        if (here.isEmpty()) {
            return Stream.of(new Violation(Invariant.I1, id, "accepted at " + place + ", which has no receipt"));
        }
        boolean its = here.stream().allMatch(receipt -> receipt.entity().equals(stored.submissionKey()));
        return its
                ? Stream.empty()
                : Stream.of(new Violation(Invariant.I1, id, "accepted at " + place + ", whose receipt is " + here));
    }

    /** A record that was replayed may make another, never more than it was replayed, and each entry has its row. */
    static Stream<Violation> storedOnce(Books books) {
        Map<String, Long> replays = books.log().stream()
                .filter(LoggedRecord::replay)
                .collect(groupingBy(record -> String.valueOf(record.submissionId()), counting()));
        return books.stored().values().stream()
                .filter(stored -> stored.rows() != stored.creations()
                        || stored.creations() < 1
                        || stored.creations() > 1 + replays.getOrDefault(stored.submissionId(), 0L))
                .map(stored -> new Violation(
                        Invariant.I2,
                        stored.submissionId(),
                        "%d creation entries and %d rows".formatted(stored.creations(), stored.rows())));
    }

    static Stream<Violation> nothingElseIsThere(Books books) {
        Set<String> ids = books.attemptsById().keySet();
        Set<String> hashes = books.ledger().stream()
                .map(attempt -> attempt.message().contentHash())
                .collect(Collectors.toSet());
        return Stream.concat(
                books.stored().keySet().stream()
                        .filter(id -> !ids.contains(id))
                        .map(id -> new Violation(Invariant.I3, id, "nobody sent it")),
                books.loose().conflictingHashes().stream()
                        .filter(hash -> !hashes.contains(hash))
                        .map(hash -> new Violation(Invariant.I3, hash, "a conflict with content that nobody sent")));
    }

    static Stream<Violation> asItWasSent(Books books) {
        Map<String, List<Attempt>> sent = books.attemptsById();
        return books.stored().values().stream()
                .filter(stored -> sent.getOrDefault(stored.submissionId(), List.of()).stream()
                        .map(Attempt::message)
                        .noneMatch(message -> same(message, stored)))
                .map(stored -> new Violation(
                        Invariant.I4,
                        stored.submissionId(),
                        "stored with hash " + stored.contentHash() + " and answers " + stored.answers()));
    }

    private static boolean same(Message message, Stored stored) {
        JsonNode sent = JsonMapper.shared().readTree(message.body()).path("answers");
        return message.contentHash().equals(stored.contentHash())
                && sent.equals(JsonMapper.shared().readTree(stored.answers()));
    }
}
