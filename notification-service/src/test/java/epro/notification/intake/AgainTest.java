package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Whatever is read again, by whomever, makes no second alert and leaves none out. */
@Tag("slow")
class AgainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AfterEach
    void start() {
        container().start();
    }

    @Test
    void makesNoSecondAlertWhenTheGroupsOffsetsAreReset() throws Exception {
        SentReport first = SentReport.of(Urgency.URGENT);
        first.send();
        awaitAlert(first);
        container().stop();
        resetGroup();
        container().start();
        SentReport last = first.again(Urgency.ROUTINE);
        last.send();
        awaitAlert(last);
        assertThat(Told.timeline(first)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void losesNothingAndDoublesNothingAcrossARestart() {
        SentReport before = SentReport.of(Urgency.URGENT);
        before.send();
        awaitAlert(before);
        container().stop();
        SentReport meanwhile = SentReport.of(Urgency.URGENT);
        meanwhile.send();
        try (var another = RunningNotification.another()) {
            assertThat(another.isRunning()).isTrue();
            awaitAlert(meanwhile);
        }
        container().start();
        assertThat(Told.timeline(before)).containsExactly("DETECTED", "NOTIFIED");
        assertThat(Told.timeline(meanwhile)).containsExactly("DETECTED", "NOTIFIED");
    }

    private static void awaitAlert(SentReport report) {
        await().atMost(PATIENCE).until(() -> report.alert().isPresent());
    }

    private static void resetGroup() throws Exception {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", RunningNotification.stack().kafka());
        try (Admin admin = Admin.create(broker)) {
            int partitions = Objects.requireNonNull(admin.describeTopics(List.of(Topics.ADVERSE_EVENTS))
                            .allTopicNames()
                            .get()
                            .get(Topics.ADVERSE_EVENTS))
                    .partitions()
                    .size();
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            for (int partition = 0; partition < partitions; partition++) {
                start.put(new TopicPartition(Topics.ADVERSE_EVENTS, partition), new OffsetAndMetadata(0));
            }
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets("epro-notification", start)
                        .all()
                        .get();
                return true;
            });
        }
    }

    private static MessageListenerContainer container() {
        return Objects.requireNonNull(
                RunningNotification.bean(KafkaListenerEndpointRegistry.class).getListenerContainer(ReportListener.ID));
    }
}
