package epro.keeper;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Commits once more how far a partition is settled, whenever nothing has come of it for a while. A commit that is lost, as with the
 * group's coordinator, is otherwise made up for by the next record only, and until one comes the group seems to have something before it.
 *
 * <p>Only what a listener has settled is ever committed: a consumer's own position is beyond what is fetched and not taken yet.
 */
public final class IdleCommits implements ApplicationListener<ListenerContainerPartitionIdleEvent> {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Map<TopicPartition, Long> settled = new ConcurrentHashMap<>();

    /** Has a listener's container tell when nothing comes. */
    public static void in(ContainerProperties container) {
        container.setIdlePartitionEventInterval(IDLE.toMillis());
    }

    /**
     * Everything before an offset is settled, for good.
     *
     * @param next the first that isn't
     */
    public void settled(TopicPartition partition, long next) {
        settled.merge(partition, next, Math::max);
    }

    /** Somebody else may settle more of these now, or has before. */
    public void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(settled::remove);
    }

    /** On the consumer's own thread, between two polls. */
    @Override
    public void onApplicationEvent(ListenerContainerPartitionIdleEvent idle) {
        var partition = idle.getTopicPartition();
        var consumer = idle.getConsumer();
        Long next = settled.get(partition);
        if (next != null && consumer.assignment().contains(partition)) {
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), (_, _) -> {});
        }
    }
}
