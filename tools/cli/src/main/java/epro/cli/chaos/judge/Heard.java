package epro.cli.chaos.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Signs;
import epro.cli.submission.Answer.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what has to be heard was heard.
 *
 * @param asked of which content the model was asked, once for each time
 * @param suspected codes of the terms of which rules suspect adverse events, by submission id
 */
record Heard(List<Content> asked, Map<String, Set<String>> suspected) {

    private static final Set<String> READ = Set.of("STORED", "REJECTED", "CONFLICT");

    /** What stands, or stood, under an id. */
    record Content(@Nullable String submissionId, @Nullable String hash) {}

    /** Each content that is more than a repetition is put to the model once if there are words in it, and what is grave is suspected. */
    static Stream<Violation> nothingIsOverlooked(Books books) {
        Map<Content, Signs> sent = books.ledger().stream()
                .map(Attempt::message)
                .collect(toMap(
                        message -> new Content(message.submissionId(), message.contentHash()),
                        Signs::of,
                        (one, _) -> one));
        Map<Content, Long> asked =
                books.harm().heard().asked().stream().collect(groupingBy(Function.identity(), counting()));
        return settled(books).stream()
                .flatMap(content -> Stream.ofNullable(sent.get(content))
                        .flatMap(signs -> Stream.concat(
                                unasked(content, signs, asked.getOrDefault(content, 0L)),
                                unsuspected(content, signs, books.harm().heard()))));
    }

    private static Set<Content> settled(Books books) {
        Set<Place> read = books.receipts().stream()
                .filter(receipt -> READ.contains(receipt.action()))
                .map(Receipt::place)
                .collect(Collectors.toSet());
        return books.log().stream()
                .filter(record -> books.study().equals(record.studyId()) && read.contains(record.place()))
                .map(record -> new Content(record.submissionId(), record.contentHash()))
                .collect(Collectors.toSet());
    }

    private static Stream<Violation> unasked(Content content, Signs signs, long asked) {
        return signs.words() && asked != 1
                ? Stream.of(violation(
                        content,
                        "%s has words in it, and the model was asked of it %d times".formatted(content.hash(), asked)))
                : Stream.empty();
    }

    private static Stream<Violation> unsuspected(Content content, Signs signs, Heard heard) {
        Set<String> suspected = heard.suspected().getOrDefault(Objects.toString(content.submissionId()), Set.of());
        return signs.terms().stream()
                .filter(term -> !suspected.contains(term))
                .map(term -> violation(
                        content,
                        "%s tells of %s, of which no adverse event is suspected".formatted(content.hash(), term)));
    }

    private static Violation violation(Content content, String what) {
        return new Violation(Invariant.I8, Objects.toString(content.submissionId()), what);
    }
}
