package epro.cli.chaos.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what was refused left nothing behind, and what nobody knows is wholly there or not at all. */
final class Absences {

    private static final Denied CONFLICTING = new Denied(409, "conflicting-content");

    private Absences() {}

    /** If anything of it reached the log, all that follows must be there, and if nothing did, nothing. */
    static Stream<Violation> unknownIsAllOrNothing(Books books) {
        Set<String> logged = books.logById().keySet();
        Set<String> unknown = idsWhere(books, Unknown.class);
        unknown.removeAll(idsWhere(books, Accepted.class));
        return unknown.stream()
                .filter(id -> logged.contains(id) != books.stored().containsKey(id))
                .map(id -> new Violation(
                        Invariant.I5,
                        id,
                        logged.contains(id)
                                ? "in the log and not in the database"
                                : "in the database and not in the log"));
    }

    /** Also where other content was accepted under its id. */
    static Stream<Violation> refusedIsAbsent(Books books) {
        Set<Content> there = books.logById().values().stream()
                .flatMap(List::stream)
                .map(record -> new Content(record.submissionId(), record.contentHash()))
                .collect(Collectors.toCollection(HashSet::new));
        books.stored().values().forEach(stored -> there.add(new Content(stored.submissionId(), stored.contentHash())));
        Set<Content> mayBeThere = books.ledger().stream()
                .filter(attempt -> attempt.answer() instanceof Unknown || attempt.answer() instanceof Accepted)
                .map(Content::of)
                .collect(Collectors.toSet());
        return books.ledger().stream()
                .map(Content::of)
                .distinct()
                .filter(content -> !mayBeThere.contains(content) && there.contains(content))
                .map(content -> new Violation(
                        Invariant.I6,
                        String.valueOf(content.submissionId()),
                        "refused each time, and there, with hash " + content.hash()));
    }

    /** Nobody here sends what ought to be refused for good, but for other content under an id that was sent before. */
    static Stream<Violation> onlyOtherContentIsDenied(Books books) {
        Map<String, List<Attempt>> sent = books.attemptsById();
        return books.ledger().stream()
                .filter(attempt -> attempt.answer() instanceof Denied denied
                        && !(denied.equals(CONFLICTING)
                                && sent.getOrDefault(attempt.message().submissionId(), List.of()).stream()
                                        .anyMatch(other -> other.sentAt().isBefore(attempt.answeredAt())
                                                && !Content.of(other).equals(Content.of(attempt)))))
                .map(attempt -> new Violation(
                        Invariant.I6, attempt.message().submissionId(), "denied for nothing: " + attempt.answer()));
    }

    /**
     * A refused attempt leaves nothing behind, also where a later one is accepted. While the broker's answers are late the producer may
     * write a record twice, so this is judged only where all attempts of a run were answered.
     */
    static Stream<Violation> notMoreOftenThanItWasTaken(Books books) {
        if (books.ledger().stream().anyMatch(attempt -> attempt.answer() instanceof Unknown)) {
            return Stream.empty();
        }
        Map<Content, Long> taken = books.ledger().stream()
                .filter(attempt -> attempt.answer() instanceof Accepted accepted && !accepted.repeated())
                .collect(groupingBy(Content::of, counting()));
        return books.logById().values().stream()
                .flatMap(List::stream)
                .filter(record -> !record.replay())
                .collect(groupingBy(record -> new Content(record.submissionId(), record.contentHash()), counting()))
                .entrySet()
                .stream()
                .filter(logged -> logged.getValue() > taken.getOrDefault(logged.getKey(), 0L))
                .map(logged -> new Violation(
                        Invariant.I6,
                        String.valueOf(logged.getKey().submissionId()),
                        "%d times in the log with hash %s and accepted %d times"
                                .formatted(
                                        logged.getValue(),
                                        logged.getKey().hash(),
                                        taken.getOrDefault(logged.getKey(), 0L))));
    }

    private record Content(
            @Nullable String submissionId, @Nullable String hash) {

        static Content of(Attempt attempt) {
            return new Content(
                    attempt.message().submissionId(), attempt.message().contentHash());
        }
    }

    private static Set<String> idsWhere(Books books, Class<?> answer) {
        return books.ledger().stream()
                .filter(attempt -> answer.isInstance(attempt.answer()))
                .map(attempt -> attempt.message().submissionId())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
