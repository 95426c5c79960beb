package epro.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.notification.dispatch.AlertDispatcher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
class WatchdogTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final SentReport report = SentReport.of(Urgency.URGENT);

    @Test
    void findsAnAlertThatReachedNobodyWithinAMinute() {
        Instant created = dispatched();
        RunningNotification.superuser()
                .sql("UPDATE delivery SET state = 'FAILED' WHERE alert_id = ?")
                .param(report.alertId())
                .update();
        assertThat(foundAt(created.plusSeconds(59))).doesNotContain(report.alertId());
        assertThat(foundAt(created.plusSeconds(61))).contains(report.alertId());
    }

    @Test
    void holdsANoticeInAnInboxThatNobodyLooksAtForUnheard() {
        assertThat(foundAt(dispatched().plus(HOUR))).contains(report.alertId());
    }

    @Test
    void isContentOnceAPersonHasOpenedIt() {
        Instant created = dispatched();
        RunningNotification.as("crc", "alerts:acknowledge", "*").post(report.path() + "/seen", "");
        assertThat(foundAt(created.plus(HOUR))).doesNotContain(report.alertId());
    }

    @Test
    void isContentOnceAMessageHasArrived() {
        Told.contact(report.studyId(), ContactRole.CRC);
        Instant created = dispatched();
        arrive(report);
        assertThat(foundAt(created.plus(HOUR))).doesNotContain(report.alertId());
    }

    @Test
    void isContentWithTheInboxForWhatIsRoutine() {
        SentReport routine = SentReport.of(Urgency.ROUTINE);
        dispatch(routine);
        assertThat(foundAt(routine.alert().orElseThrow().identity().createdAt().plus(HOUR)))
                .doesNotContain(routine.alertId());
    }

    @Test
    void isContentWithAMessageAboutItsCaseOnlyIfThatWasAsUrgent() {
        Told.contact(report.studyId(), ContactRole.CRC);
        Instant created = dispatched();
        arrive(report);
        SentReport asUrgent = report.again(Urgency.URGENT);
        SentReport worse = report.again(Urgency.EMERGENCY);
        dispatch(asUrgent);
        dispatch(worse);
        RunningNotification.superuser()
                .sql("UPDATE delivery SET state = 'FAILED' WHERE alert_id = ? AND channel = 'email'")
                .param(worse.alertId())
                .update();
        assertThat(foundAt(created.plus(HOUR)))
                .contains(worse.alertId(), report.alertId())
                .doesNotContain(asUrgent.alertId());
    }

    private static void arrive(SentReport report) {
        RunningNotification.superuser()
                .sql("UPDATE delivery SET state = 'DELIVERED' WHERE alert_id = ? AND channel = 'email'")
                .param(report.alertId())
                .update();
    }

    private static void dispatch(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private Instant dispatched() {
        dispatch(report);
        return report.alert().orElseThrow().identity().createdAt();
    }

    private static List<UUID> foundAt(Instant now) {
        JdbcClient jdbc = RunningNotification.bean(JdbcClient.class);
        return new Watchdog(jdbc, () -> now, new SimpleMeterRegistry()).find();
    }
}
