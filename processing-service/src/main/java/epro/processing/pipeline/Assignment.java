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
    private final PartitionProgress progress;

    Assignment(TopicIds topicIds, PartitionProgress progress) {
        this.topicIds = topicIds;
        this.progress = progress;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topicIds.forget();
        progress.begins(partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        progress.ends(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        progress.ends(partitions);
    }
}
