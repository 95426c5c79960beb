package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.keeper.Backlog;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

class BacklogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Backlog backlog = new Backlog(
            RunningProcessing.bean(Admin.class),
            Topics.SUBMISSIONS,
            RunningProcessing.bean(LanePositions.class),
            () -> now,
            meters);

    @Test
    void countsWhatNoLaneHasReached() throws Exception {
        TestForms.publishPainDiary();
        RecordMetadata first = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}").send();
        await().atMost(PATIENCE).until(() -> LoggedEntries.of(first).size() == 1);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        container().pause();
        try {
            await().atMost(PATIENCE).until(container()::isContainerPaused);
            SentSubmission.of(TestForms.PAIN, "{\"pain\":2}").send();
            SentSubmission.of(TestForms.PAIN, "{\"pain\":3}").send();
            assertThat(waiting()).isEqualTo(2);

            assertThat(health()).isEqualTo(Status.UP);
            now = now.plusSeconds(61);
            assertThat(health()).as("all consumers run").isEqualTo(Status.DOWN);
        } finally {
            container().resume();
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(health()).isEqualTo(Status.UP);
    }

    private double waiting() throws InterruptedException {
        backlog.look();
        return meters.get("epro.records.waiting").gauge().value();
    }

    private Status health() {
        PipelineStart start = new PipelineStart(
                RunningProcessing.bean(KafkaListenerEndpointRegistry.class),
                RunningProcessing.bean(RecordCodec.class),
                RunningProcessing.bean(WaitingPartitions.class),
                backlog);
        start.startOnce();
        return start.health().getStatus();
    }

    private static MessageListenerContainer container() {
        return Objects.requireNonNull(RunningProcessing.bean(KafkaListenerEndpointRegistry.class)
                .getListenerContainer(SubmissionListener.ID));
    }
}
