package epro.keeper;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Commits where a consumer stands, once more, whenever nothing has come for a while. A commit that is lost, as with the group's coordinator,
 * is otherwise made up for by the next record only, and until one comes the group seems to have something before it.
 */
public final class IdleCommits implements ApplicationListener<ListenerContainerPartitionIdleEvent> {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration KNOWN_WITHIN = Duration.ofMillis(100);

    /** Has a listener's container tell when nothing comes. */
    public static void in(ContainerProperties container) {
        container.setIdlePartitionEventInterval(IDLE.toMillis());
    }

    /** On the consumer's own thread, between two polls. */
    @Override
    public void onApplicationEvent(ListenerContainerPartitionIdleEvent idle) {
        var partition = idle.getTopicPartition();
        var consumer = idle.getConsumer();
        if (idle.isPaused() || !consumer.assignment().contains(partition)) {
            return;
        }
        try {
            var stands = new OffsetAndMetadata(consumer.position(partition, KNOWN_WITHIN));
            consumer.commitAsync(Map.of(partition, stands), (_, _) -> {});
        } catch (KafkaException e) {
            // It is not known now: another time.
        }
    }
}
