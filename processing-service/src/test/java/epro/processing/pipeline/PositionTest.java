package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** The database holds the position: whatever is done to the group's offsets, each record has one entry. */
@Tag("slow")
class PositionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(15);

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @AfterEach
    void start() {
        container().start();
    }

    @Test
    void goesBackWhenTheGroupsOffsetWasMovedForward() throws Exception {
        RecordMetadata first = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}").send();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(first).size() == 1);
        container().stop();
        RecordMetadata skipped = sendTo(first.partition());
        RecordMetadata last = sendTo(first.partition());
        moveGroup(last.partition(), last.offset());
        container().start();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(last).size() == 1);
        assertThat(LoggedEntries.of(skipped)).hasSize(1);
    }

    @Test
    void goesBackWhereItWasMovedOverTheLastAndNoFurtherOneComes() {
        RecordMetadata first = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}").send();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(first).size() == 1);
        container().stop();
        RecordMetadata skipped = sendTo(first.partition());
        moveGroup(skipped.partition(), skipped.offset() + 1);
        container().start();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(skipped).size() == 1);
    }

    @Test
    void dropsWhatWasDoneWhenTheGroupsOffsetWasMovedBack() throws Exception {
        RecordMetadata first = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}").send();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(first).size() == 1);
        container().stop();
        moveGroup(first.partition(), 0);
        RecordMetadata next = sendTo(first.partition());
        container().start();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(next).size() == 1);
        assertThat(LoggedEntries.of(first)).hasSize(1);
    }

    private static RecordMetadata sendTo(int partition) {
        while (true) {
            RecordMetadata sent =
                    SentSubmission.of(TestForms.PAIN, "{\"pain\":2}").send();
            if (sent.partition() == partition) {
                return sent;
            }
        }
    }

    private static void moveGroup(int partition, long offset) {
        Map<TopicPartition, OffsetAndMetadata> there =
                Map.of(new TopicPartition(Topics.SUBMISSIONS, partition), new OffsetAndMetadata(offset));
        Admin admin = RunningProcessing.bean(Admin.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(admin.alterConsumerGroupOffsets("epro-processing", there)
                                .all())
                        .succeedsWithin(ONE_ANSWER));
    }

    private static MessageListenerContainer container() {
        MessageListenerContainer container =
                RunningProcessing.bean(KafkaListenerEndpointRegistry.class).getListenerContainer(SubmissionListener.ID);
        assertThat(container).isNotNull();
        return Objects.requireNonNull(container);
    }
}
