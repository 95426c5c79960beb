package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.demo.harm.Alerts;
import epro.cli.demo.harm.Harm;
import epro.cli.demo.harm.Mails;
import epro.cli.demo.harm.Suspected;
import epro.cli.demo.trials.Synced;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import epro.cli.sync.SyncRun;
import epro.simulator.regulator.RegulatorLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                .contains(
                        "1  suspected adverse events, by grade: 3 1",
                        "URGENT 1",
                        "RULE 1",
                        "3  mails, of which 1 repeated")
                .contains("p50 20.0 ms, p99 20.0 ms  from sending to the first finding")
                .contains("p50 30.0 ms, p99 30.0 ms  from sending to the coordinator's open screen")
                .contains("300  trials in a run that ended SUCCEEDED after 31.5 s")
                .contains("9  connections at once", "10  starts within any second", "0  violations")
                .contains("yes  records in the log = audit entries: 1 | 1")
                .contains("NO   acknowledged and not in the database: 1 | 0")
                .contains("NO   data check: FINDINGS")
                .contains("row-missing");
    }

    @Test
    void saysYesToCleanBooks() {
        assertThat(report(0, "{\"state\":\"CLEAN\"}")).doesNotContain("NO ").contains("yes  data check: CLEAN");
    }

    @Test
    void claimsNoFrozenBrokerAndNoMemoryOfASystemThatRanBefore() {
        assertThat(report(0, "{\"state\":\"CLEAN\"}", null))
                .contains("its broker not frozen", "from sending to 202, the burst included")
                .doesNotContain("the frozen broker", "before the broker froze", "memory    ", "after its start");
        assertThat(report(0, "{\"state\":\"CLEAN\"}"))
                .contains("before the broker froze", "memory    kafka 400", "12.3 s after its start");
    }

    private static String report(long lost, String dataCheck) {
        return report(lost, dataCheck, 12.3);
    }

    private static String report(long lost, String dataCheck, @Nullable Double readySeconds) {
        Place place = new Place(0, 7);
        Ledger ledger = new Ledger();
        Letter letter = new Letter(Duration.ZERO, "id", Fate.STORED, "{}", false, List.of());
        ledger.enter(new Attempt(letter, 1, Instant.EPOCH, Duration.ofMillis(4), new Accepted(place, false)));
        Stored stored = new Stored(Map.of(place, "STORED"), 1, Map.of(), 0, 0, 0, 0);
        Books books = new Books(
                Tally.of(1, ledger),
                ends(7),
                ends(8),
                stored,
                new Books.Differences(0, lost, 0, 0),
                new Books.HarmSum(0, 1, 1, 0, 0));
        JsonNode check = JsonMapper.shared().readTree(dataCheck);
        Suspected suspected =
                new Suspected(new UUID(0, 1), "id", "3", "URGENT", List.of("RULE"), Instant.ofEpochMilli(20));
        Harm harm = new Harm(List.of(suspected), new Alerts(Map.of("in-app", 1L), 1, 0), 0, new Mails(3, 1));
        Performance performance = new Performance(
                ledger,
                books,
                new Whereabouts(Map.of()),
                new Performance.Aftermath(harm, Map.of(suspected.aeId(), Instant.ofEpochMilli(30)), 0),
                check);
        return DemoReport.of(
                DemoFigures.of(performance, synced(), readySeconds, Map.of("kafka", 400L)),
                performance,
                Duration.ofSeconds(60));
    }

    private static Synced synced() {
        JsonNode run = JsonMapper.shared().readTree("{\"state\":\"SUCCEEDED\",\"total\":300,\"done\":300}");
        return new Synced(new SyncRun(run), 0, 0, 31.5, new RegulatorLog(300, 9, 10, List.of(), 0));
    }

    private static LogEnds ends(long end) {
        return new LogEnds("topic", new TreeMap<>(Map.of(0, end)), end, 0);
    }
}
