package epro.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchdogTest {
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
    void hasNothingToSayOfAnAlertThatWasDelivered() {
        assertThat(foundAt(dispatched().plus(Duration.ofHours(1)))).doesNotContain(report.alertId());
    }

    private Instant dispatched() {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
        return report.alert().orElseThrow().identity().createdAt();
    }

    private static List<UUID> foundAt(Instant now) {
        JdbcClient jdbc = RunningNotification.bean(JdbcClient.class);
        return new Watchdog(jdbc, () -> now, new SimpleMeterRegistry()).find();
    }
}
