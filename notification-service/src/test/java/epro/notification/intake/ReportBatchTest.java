package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each record of a batch is judged alone, and many that seem bad at once are not believed. */
class ReportBatchTest {
    private final String topic = "topic-" + UUID.randomUUID();
    private final List<ConsumedEvent> events = new ArrayList<>();

    @Test
    void keepsTheOneThatTheDatabaseRefusesAndTellsOfAllOthers() throws NotReadableYet {
        List<SentReport> good = good(9);
        good.subList(0, 4).forEach(this::add);
        addRefused();
        good.subList(4, 9).forEach(this::add);
        take();
        assertThat(good).allSatisfy(report -> assertThat(report.alert()).isPresent());
        assertThat(kept()).containsExactly("4 refused-by-database");
    }

    @Test
    void keepsNoneOfManyThatTheDatabaseRefusesButTellsOfTheOthers() {
        List<SentReport> good = good(6);
        good.forEach(this::add);
        for (int count = 0; count < 4; count++) {
            addRefused();
        }
        assertThatThrownBy(this::take)
                .isInstanceOf(TooManyUnread.class)
                .hasMessageStartingWith("4 of 10 records would be put aside; none is");
        assertThat(kept()).isEmpty();
        assertThat(good).allSatisfy(report -> assertThat(report.alert()).isPresent());
    }

    @Test
    void letsATenthOfALargeBatchPass() {
        TooManyUnread.refuse(10, 100);
        assertThatThrownBy(() -> TooManyUnread.refuse(11, 100)).isInstanceOf(TooManyUnread.class);
    }

    @Test
    void isNotHeldUpByABurstOfBytesThatNobodyCanEverRead() throws NotReadableYet {
        for (int count = 0; count < 9; count++) {
            add(new byte[] {1, 2, 3});
        }
        SentReport good = good(1).getFirst();
        add(good);
        take();
        assertThat(good.alert()).isPresent();
        assertThat(kept()).hasSize(9).allMatch(line -> line.endsWith("wrong-magic-byte"));
    }

    private void take() throws NotReadableYet {
        RunningNotification.bean(ReportBatch.class).take(events);
    }

    private static List<SentReport> good(int count) {
        return Stream.generate(() -> SentReport.of(Urgency.URGENT)).limit(count).toList();
    }

    private boolean add(SentReport report) {
        return add(report.bytes());
    }

    private boolean add(byte[] value) {
        return events.add(new ConsumedEvent(topic, 900, events.size(), new byte[] {7}, value));
    }

    /** Its symptom has a name too long for an index. */
    private boolean addRefused() {
        String endless = new Random(1)
                .ints(9_000, 0x4e00, 0x9fff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return add(SentReport.of(Urgency.URGENT).ofSymptom(endless));
    }

    private List<String> kept() {
        return RunningNotification.superuser()
                .sql("SELECT record_offset || ' ' || reason FROM unread_event WHERE topic = ? ORDER BY record_offset")
                .param(topic)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
