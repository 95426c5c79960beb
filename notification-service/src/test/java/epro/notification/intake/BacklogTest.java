package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import epro.keeper.Backlog;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Reports that stand in the log while nobody is given them. */
class BacklogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Backlog backlog = new Backlog(
            RunningNotification.bean(Admin.class),
            Topics.ADVERSE_EVENTS,
            RunningNotification.bean(CommittedOffsets.class),
            () -> now,
            meters);
    private final WaitingPartitions health = new WaitingPartitions(backlog, () -> now);

    @Test
    void countsWhatNobodyHasTaken() throws Exception {
        SentReport.of(Urgency.URGENT).send();
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        container().pause();
        try {
            await().atMost(PATIENCE).until(container()::isContainerPaused);
            SentReport.of(Urgency.URGENT).send();
            assertThat(waiting()).isEqualTo(1);

            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            now = now.plusSeconds(61);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            container().resume();
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void goesByWhatWasLastSaidWhereTheCoordinatorIsSilent() throws Exception {
        SentReport.of(Urgency.URGENT).send();
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        Admin admin = Admin.create(RunningNotification.bean(KafkaAdmin.class).getConfigurationProperties());
        var committed = new CommittedOffsets(admin, RunningNotification.bean(KafkaProperties.class));
        var said = committed.offsets();

        admin.close();

        assertThat(committed.offsets()).isEqualTo(said).isNotEmpty();
        var neverTold = new CommittedOffsets(admin, RunningNotification.bean(KafkaProperties.class));
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(neverTold::offsets);
    }

    private double waiting() throws InterruptedException {
        backlog.look();
        return meters.get("epro.records.waiting").gauge().value();
    }

    private static MessageListenerContainer container() {
        return Objects.requireNonNull(
                RunningNotification.bean(KafkaListenerEndpointRegistry.class).getListenerContainer(ReportListener.ID));
    }
}
