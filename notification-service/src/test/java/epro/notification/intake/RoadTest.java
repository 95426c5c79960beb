package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AlertChanged;
import epro.testing.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** From the topic to the alert, its audit entries and its events. */
class RoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void makesOneAlertOfTheSameEventSentTenTimes() {
        SentReport report = SentReport.of(Urgency.URGENT);
        for (int time = 0; time < 10; time++) {
            report.send();
        }
        awaitTaken(report);
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
        assertThat(Told.audited(report)).containsExactly("DETECTED", "NOTIFIED");
        assertThat(Told.of(report)).containsExactly("in-app default revision-1");
    }

    @Test
    void givesACaseNumberThatSaysNothingOfThePatient() {
        SentReport report = SentReport.of(Urgency.ROUTINE);
        report.send();
        assertThat(awaitAlert(report).identity().caseNumber()).matches("C-20\\d\\d-\\d{6}");
    }

    @Test
    void keepsWhatTheReportRestsOn() {
        SentReport report = SentReport.of(Urgency.ROUTINE);
        report.send();
        assertThat(awaitAlert(report).status().evidence())
                .isEqualTo(report.report().evidence());
    }

    @Test
    void tellsTheTopicOfEachChangeUnderAnIdOfItsOwn() {
        SentReport report = SentReport.of(Urgency.URGENT);
        report.send();
        awaitAlert(report);
        List<AlertChanged> events = await().atMost(PATIENCE).until(() -> events(report), found -> found.size() == 2);
        assertThat(events).extracting(AlertChanged::getAction).containsExactly("DETECTED", "NOTIFIED");
        assertThat(events)
                .extracting(AlertChanged::getEventId)
                .containsExactly(
                        Keys.nameBased(report.alertId(), "1").toString(),
                        Keys.nameBased(report.alertId(), "2").toString());
    }

    @Test
    void keepsWhatNobodyCanReadAndGoesOn() {
        SentReport after = SentReport.of(Urgency.ROUTINE);
        RecordMetadata poison = after.sendBytes(new byte[] {1, 2, 3});
        after.send();
        awaitAlert(after);
        assertThat(reasonAt(poison)).containsExactly("wrong-magic-byte");
    }

    @Test
    void keepsWhatTheDatabaseCanNotHoldAndGoesOn() {
        SentReport after = SentReport.of(Urgency.ROUTINE);
        String endless = new Random(1)
                .ints(9_000, 0x4e00, 0x9fff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        RecordMetadata poison = after.again(Urgency.ROUTINE).ofSymptom(endless).send();
        after.send();
        awaitAlert(after);
        await().atMost(PATIENCE).until(() -> !reasonAt(poison).isEmpty());
        assertThat(reasonAt(poison)).containsExactly("refused-by-database");
    }

    @Test
    void losesNoAlertToACharacterThatTheDatabaseCanNotHold() {
        SentReport report = SentReport.of(Urgency.URGENT).ofSymptom("HEAD\u0000ACHE");
        report.send();
        assertThat(awaitAlert(report).identity().term().code()).isEqualTo("HEAD\uFFFDACHE");
    }

    /** A later record of the same patient has been taken, and so has all before it. */
    private static void awaitTaken(SentReport report) {
        SentReport last = report.again(Urgency.ROUTINE).ofSymptom("OTHER");
        last.send();
        awaitAlert(last);
    }

    private static Alert awaitAlert(SentReport report) {
        await().atMost(PATIENCE).until(() -> report.alert().isPresent());
        return report.alert().orElseThrow();
    }

    private static List<AlertChanged> events(SentReport report) {
        RecordCodec codec = RunningNotification.bean(RecordCodec.class);
        return new TopicReader(RunningNotification.stack().kafka())
                .read(Topics.ALERTS).stream()
                        .map(record -> codec.decode(record.value(), AlertChanged.class))
                        .filter(Decoded.Read.class::isInstance)
                        .map(read -> ((Decoded.Read<AlertChanged>) read).value())
                        .filter(event ->
                                event.getAlertId().equals(report.alertId().toString()))
                        .toList();
    }

    private static List<String> reasonAt(RecordMetadata at) {
        return RunningNotification.superuser()
                .sql("SELECT reason FROM unread_event WHERE partition = ? AND record_offset = ?")
                .params(at.partition(), at.offset())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
