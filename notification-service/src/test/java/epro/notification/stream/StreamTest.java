package epro.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every change at one's sites, once and in order, from wherever one stopped listening. */
class StreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void tellsWhatHappensWhileSomebodyListens() {
        SentReport report = SentReport.of(Urgency.URGENT);
        try (Listening client = Listening.at(report.studyId() + "/*", null)) {
            dispatch(report);
            await().atMost(PATIENCE).until(() -> client.events().size() == 2);
            assertThat(client.text()).contains("\"action\":\"DETECTED\"").contains("\"action\":\"NOTIFIED\"");
        }
    }

    @Test
    void repeatsWhatWasMissedBehindTheLastEventAndGoesOn() {
        SentReport first = SentReport.of(Urgency.URGENT);
        dispatch(first);
        dispatch(SentReport.inStudy(first.studyId(), Urgency.URGENT));
        List<Long> numbers = numbers(first.studyId());
        try (Listening client = Listening.at(first.studyId() + "/*", numbers.getFirst())) {
            dispatch(SentReport.inStudy(first.studyId(), Urgency.URGENT));
            await().atMost(PATIENCE).until(() -> client.events().size() == 5);
            assertThat(client.events()).isEqualTo(numbers(first.studyId()).subList(1, 6));
        }
    }

    @Test
    void tellsNothingOfOtherSitesAndNothingOfThePatient() {
        SentReport mine = SentReport.of(Urgency.URGENT);
        SentReport foreign = SentReport.of(Urgency.URGENT);
        try (Listening client = Listening.at(mine.studyId() + "/*", null)) {
            dispatch(foreign);
            dispatch(mine);
            await().atMost(PATIENCE).until(() -> client.events().size() == 2);
            assertThat(client.text()).doesNotContain(foreign.studyId());
            assertThat(client.text()).doesNotContain(mine.patientId()).doesNotContain(mine.symptom());
        }
    }

    @Test
    void endsWhenTheServiceStops() {
        Listening client;
        try (var another = RunningNotification.another()) {
            client = Listening.of(another, "*");
            await().atMost(PATIENCE).until(() -> client.text().contains("retry"));
        }
        await().atMost(PATIENCE).until(client::hasEnded);
        assertThat(client.text()).doesNotContain("closed");
    }

    @Test
    void showsThatItIsStillThereWhenNothingHappens() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        Subscription nothing = new Subscription("crc", _ -> false, 0);
        ChangeTable table = RunningNotification.bean(ChangeTable.class);
        var writer = new EventWriter(heard, new JsonMapper());
        Thread client = Thread.ofVirtual().start(() -> send(new Transmission(table, nothing, writer, Duration.ZERO)));
        await().atMost(PATIENCE)
                .until(() -> heard.toString(StandardCharsets.UTF_8).contains(": still here\nid: "));
        nothing.end();
        client.join(PATIENCE);
        assertThat(client.isAlive()).isFalse();
    }

    private static void send(Transmission transmission) {
        try {
            transmission.send(Long.MAX_VALUE, AlertStream.LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void dropsWhoIsTooSlowInsteadOfWaiting() {
        Subscription slow = new Subscription("crc", _ -> true, 0);
        StreamedChange change =
                RunningNotification.bean(ChangeTable.class).after(0, 1).getFirst();
        for (int count = 0; count < 1_000; count++) {
            slow.offer(change);
        }
        assertThat(slow.hasEnded()).isTrue();
    }

    private static void dispatch(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private static List<Long> numbers(String studyId) {
        return RunningNotification.superuser()
                .sql("SELECT number FROM alert_change JOIN alert USING (alert_id) WHERE study_id = ? ORDER BY number")
                .param(studyId)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
