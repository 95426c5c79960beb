package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoReportTest {

    @Test
    void namesTheSourceOfItsFiguresAndWhatIsNotRight() {
        String report = report(1, "{\"state\":\"FINDINGS\",\"findings\":[{\"code\":\"row-missing\"}]}");

        assertThat(report)
                .contains("every answer that it kept", "SQL, read-only login", "end offsets")
                .contains("1  answered 202")
                .contains("yes  records in the log = audit entries: 1 | 1")
                .contains("NO   acknowledged and not in the database: 1 | 0")
                .contains("NO   data check: FINDINGS")
                .contains("row-missing");
    }

    @Test
    void saysYesToCleanBooks() {
        assertThat(report(0, "{\"state\":\"CLEAN\"}")).doesNotContain("NO ").contains("yes  data check: CLEAN");
    }

    private static String report(long lost, String dataCheck) {
        Place place = new Place(0, 7);
        Ledger ledger = new Ledger();
        Letter letter = new Letter(Duration.ZERO, "id", Fate.STORED, "{}", List.of());
        ledger.enter(new Attempt(letter, 1, Instant.EPOCH, Duration.ofMillis(4), new Accepted(place, false)));
        Stored stored = new Stored(Map.of(place, "STORED"), 1, Map.of(), 0, 0, 0, 0);
        Books books = new Books(Tally.of(1, ledger), ends(7), ends(8), stored, lost, 0);
        JsonNode check = JsonMapper.shared().readTree(dataCheck);
        Performance performance = new Performance(ledger, books, new Whereabouts(Map.of()), check);
        return DemoReport.of(
                DemoFigures.of(performance, 12.3, Map.of("kafka", 400L)), performance, Duration.ofSeconds(60));
    }

    private static LogEnds ends(long end) {
        return new LogEnds("topic", new TreeMap<>(Map.of(0, end)), end, 0);
    }
}
