package epro.processing.pipeline;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** With new partitions, what was known of the old ones is forgotten. */
@Component
class Assignment implements ConsumerAwareRebalanceListener {
    private final TopicIds topicIds;
    private final Gaps gaps;
    private final WaitingPartitions waiting;

    Assignment(TopicIds topicIds, Gaps gaps, WaitingPartitions waiting) {
        this.topicIds = topicIds;
        this.gaps = gaps;
        this.waiting = waiting;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topicIds.forget();
        gaps.forget(partitions);
        waiting.forget(partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        waiting.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        waiting.forget(partitions);
    }
}
