package epro.cli.chaos.judge;

import epro.cli.chaos.traffic.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the books know of a subject.
 *
 * @param traces what else the tables have of it, by submission id
 */
record Story(Books books, Map<String, List<String>> traces) {

    String of(String subject) {
        List<LoggedRecord> logged = books.log().stream()
                .filter(record -> subject.equals(record.submissionId())
                        || subject.equals(record.submissionKey())
                        || subject.equals(record.place().toString()))
                .toList();
        Stream<String> sent =
                books.attemptsById().getOrDefault(subject, List.of()).stream().map(Story::line);
        Stream<String> records = logged.stream().map(record -> "  log      " + record.place());
        Stream<String> receipts = logged.stream()
                .flatMap(record -> books.receiptsByPlace().getOrDefault(record.place(), List.of()).stream())
                .map(receipt -> "  receipt  " + receipt);
        Stream<String> outcomes = books.outcomes().stream()
                .map(Published::origin)
                .filter(place ->
                        logged.stream().anyMatch(record -> record.place().equals(place)))
                .map(place -> "  outcome  " + place);
        Stream<String> dead = books.deadLetters().stream()
                .filter(letter ->
                        logged.stream().anyMatch(record -> record.place().equals(letter.origin())))
                .map(letter -> "  dead     " + letter.place());
        Stream<String> others = traces.getOrDefault(subject, List.of()).stream().map(line -> "  " + line);
        Stream<String> stored =
                Optional.ofNullable(books.stored().get(subject)).stream().map(row -> "  stored   " + row);
        return Stream.of(Stream.of(subject), sent, records, receipts, outcomes, dead, stored, others)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Attempt attempt) {
        return "  sent     %s by door %d, answered %s: %s, hash %s"
                .formatted(
                        attempt.sentAt(),
                        attempt.door(),
                        attempt.answeredAt(),
                        attempt.answer(),
                        attempt.message().contentHash());
    }
}
