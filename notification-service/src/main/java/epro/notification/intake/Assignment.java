package epro.notification.intake;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** A partition that somebody else consumes now does not wait here any more. */
@Component
class Assignment implements ConsumerAwareRebalanceListener {
    private final WaitingPartitions waiting;

    Assignment(WaitingPartitions waiting) {
        this.waiting = waiting;
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
