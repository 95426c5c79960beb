package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.demo.Books.HarmSum;
import epro.cli.submission.Answer.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final LogEnds BEFORE = ends(100, 40);

    @Test
    void balanceWhenEveryAnswerHasItsRecord() {
        Books books = books(client(10, 0), ends(110, 50), stored(10), asPromised(0));
        assertThat(unbalanced(books)).isEmpty();
    }

    @Test
    void explainARecordWhoseAnswerNeverCame() {
        Books books = books(client(10, 1), ends(111, 51), stored(11), asPromised(1));
        assertThat(books.unannounced()).isEqualTo(1);
        assertThat(unbalanced(books)).isEmpty();
    }

    @Test
    void explainARecordThatTheProducerRepeated() {
        assertThat(unbalanced(books(client(10, 0), ends(111, 51), stored(11, 1), asPromised(1))))
                .isEmpty();
        assertThat(unbalanced(books(client(10, 0), ends(111, 51), stored(11, 0), asPromised(1))))
                .hasSize(1);
    }

    @Test
    void doNotExplainMoreOfThemThanThereWereUnknownAnswers() {
        Books books = books(client(10, 1), ends(112, 52), stored(12), asPromised(2));
        assertThat(unbalanced(books)).extracting(Books.Line::left).containsExactly(1L);
    }

    @Test
    void missARecordThatIsNotInTheDatabase() {
        Books books = books(client(10, 0), ends(110, 50), stored(9), new Books.Differences(9, 1, 0, 0));
        assertThat(books.balanced()).isFalse();
        assertThat(unbalanced(books))
                .extracting(Books.Line::statement)
                .contains("records in the log = audit entries", "acknowledged and not in the database")
                .anyMatch(statement -> statement.startsWith("records named by an answer 202"));
    }

    @Test
    void countWhatIntakeSawAgainBesideWhatProcessingSaw() {
        Tally client = new Tally(12, 0, 11, 1, Map.of(), 0, Map.of("409 conflicting-content", 1L));
        Books books = books(client, ends(110, 50), stored(10), asPromised(0));
        assertThat(unbalanced(books)).isEmpty();
        assertThat(books.duplicates()).isEqualTo(1 + 2);
        assertThat(books.conflicts()).isEqualTo(1 + 2);
    }

    @Test
    void missALetterThatWasDeniedForAnythingElse() {
        Tally client = new Tally(11, 0, 10, 0, Map.of(), 0, Map.of("403 forbidden", 1L));
        assertThat(books(client, ends(110, 50), stored(10), asPromised(0)).balanced())
                .isFalse();
    }

    @Test
    void missAnAcknowledgedRecordThatIsNotInTheLog() {
        Books books = books(client(10, 0), ends(109, 49), stored(9), asPromised(0));
        assertThat(books.balanced()).isFalse();
    }

    @Test
    void bearOutcomesThatRepeatAndMissThoseThatLack() {
        assertThat(books(client(10, 0), ends(110, 55), stored(10), asPromised(0))
                        .balanced())
                .isTrue();
        assertThat(books(client(10, 0), ends(110, 49), stored(10), asPromised(0))
                        .balanced())
                .isFalse();
    }

    @Test
    void missWhatWasOverlookedOrNeverCameIntoAnInbox() {
        assertThat(unbalanced(books(new HarmSum(1, 4, 3, 0, 0))))
                .extracting(Books.Line::statement)
                .containsExactly(
                        "alarming submissions in which nothing was found",
                        "suspected AEs = those with an alert in an inbox");
        assertThat(unbalanced(books(new HarmSum(0, 4, 4, 1, 2)))).hasSize(2);
    }

    private static Stream<Books.Line> unbalanced(Books books) {
        return books.lines().stream().filter(line -> !line.balanced());
    }

    private static Books books(HarmSum harm) {
        return new Books(client(10, 0), BEFORE, ends(110, 50), stored(10), asPromised(0), harm);
    }

    private static Books books(Tally client, LogEnds after, Stored stored, Books.Differences differences) {
        return new Books(client, BEFORE, after, stored, differences, new HarmSum(0, 4, 4, 0, 0));
    }

    private static Books.Differences asPromised(long unannounced) {
        return new Books.Differences(10, 0, unannounced, 0);
    }

    private static Tally client(long answered, long unknown) {
        return new Tally(10, 0, answered, 0, Map.of(), unknown, Map.of());
    }

    private static LogEnds ends(long submissions, long outcomes) {
        return new LogEnds("topic", new TreeMap<>(Map.of(0, submissions)), outcomes, 0);
    }

    /** Half records, the rest rejections, duplicates and conflicts. */
    private static Stored stored(int entries) {
        return stored(entries, 0);
    }

    private static Stored stored(int entries, long copies) {
        List<String> actions = List.of("STORED", "REJECTED", "DUPLICATE", "CONFLICT");
        Map<Place, String> receipts = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            receipts.put(new Place(0, 100 + i), actions.get(i % actions.size()));
        }
        Stored counted = new Stored(receipts, 0, Map.of(), 0, 0, 0, 0);
        return new Stored(
                receipts,
                counted.entriesOf("STORED"),
                Map.of("required", counted.entriesOf("REJECTED")),
                counted.entriesOf("CONFLICT"),
                0,
                0,
                copies);
    }
}
