package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.ArmedChannel;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What was fetched and could not be taken before a stop is not behind the group's offset after it. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class NotTakenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SOON_IDLE = 50;
    private static final int MORE_THAN_PARTITIONS = 40;

    private final MessageListenerContainer container = Objects.requireNonNull(
            RunningNotification.bean(KafkaListenerEndpointRegistry.class).getListenerContainer(ReportListener.ID));
    private final long usual =
            Objects.requireNonNull(container.getContainerProperties().getIdlePartitionEventInterval());

    @BeforeEach
    void countAsIdleSoon() {
        container.stop();
        container.getContainerProperties().setIdlePartitionEventInterval(SOON_IDLE);
    }

    @AfterEach
    void goOn() {
        ArmedChannel.disarm();
        container.stop();
        container.getContainerProperties().setIdlePartitionEventInterval(usual);
        container.start();
    }

    @Test
    void comesAgainAfterAStopInTheMiddleOfItsTries(CapturedOutput output) {
        SentReport first = SentReport.of(Urgency.EMERGENCY);
        ArmedChannel.arm(Told.contact(first.studyId(), ContactRole.CRC));
        List<SentReport> reports = Stream.generate(() -> SentReport.inStudy(first.studyId(), Urgency.EMERGENCY))
                .limit(MORE_THAN_PARTITIONS)
                .toList();
        reports.forEach(SentReport::send);
        container.start();
        await().atMost(PATIENCE).until(() -> output.getAll().contains("waits since"));

        container.stop();
        ArmedChannel.disarm();
        container.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reports)
                        .allSatisfy(report -> assertThat(Told.of(report)).isNotEmpty()));
    }
}
