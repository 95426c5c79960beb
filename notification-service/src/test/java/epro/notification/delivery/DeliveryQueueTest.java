package epro.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.notification.dispatch.AlertDispatcher;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is most urgent is sent first, whatever else waits. */
class DeliveryQueueTest {

    @Test
    void putsAnEmergencyBeforeWhatIsUrgent() {
        SentReport urgent = SentReport.of(Urgency.URGENT);
        SentReport emergency = SentReport.of(Urgency.EMERGENCY);
        Stream.of(urgent, emergency).forEach(report -> Told.contact(report.studyId(), ContactRole.CRC));
        List<String> queued = queued(urgent, emergency);
        assertThat(queued)
                .containsExactly(
                        emergency.alertId().toString(), urgent.alertId().toString());
        assertThat(RunningNotification.bean(Environment.class).getProperty("db-scheduler.priority-enabled"))
                .isEqualTo("true");
    }

    /** Looked at within the transaction, before anybody sends it. */
    private static List<String> queued(SentReport... reports) {
        TransactionTemplate transactions = RunningNotification.bean(TransactionTemplate.class);
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            RunningNotification.bean(AlertDispatcher.class)
                    .dispatch(Stream.of(reports).map(SentReport::report).toList());
            return RunningNotification.bean(JdbcClient.class)
                    .sql("""
                            SELECT alert_id FROM scheduled_tasks JOIN delivery ON task_instance = delivery_id::text
                            WHERE alert_id = ANY (?::uuid[]) ORDER BY priority DESC""")
                    .param((Object) Stream.of(reports)
                            .map(report -> report.alertId().toString())
                            .toArray(String[]::new))
                    .query((row, _) -> row.getString(1))
                    .list();
        }));
    }
}
