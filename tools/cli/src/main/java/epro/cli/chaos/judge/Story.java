package epro.cli.chaos.judge;

import epro.cli.chaos.traffic.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the books know of a subject. */
record Story(Books books) {

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
        Stream<String> stored =
                Optional.ofNullable(books.stored().get(subject)).stream().map(row -> "  stored   " + row);
        return Stream.of(Stream.of(subject), sent, records, receipts, outcomes, stored)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Attempt attempt) {
        return "  sent     %s, answered %s: %s, hash %s"
                .formatted(
                        attempt.sentAt(),
                        attempt.answeredAt(),
                        attempt.answer(),
                        attempt.message().contentHash());
    }
}
