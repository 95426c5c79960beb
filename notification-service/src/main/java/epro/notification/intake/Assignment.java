package epro.notification.intake;

import epro.keeper.IdleCommits;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** A partition that somebody else consumes now does not wait here any more. */
@Component
class Assignment implements ConsumerAwareRebalanceListener {
    private final WaitingPartitions waiting;
    private final IdleCommits idle;

    Assignment(WaitingPartitions waiting, IdleCommits idle) {
        this.idle = idle;
        this.waiting = waiting;
    }

    /** Also what a batch has settled here that was still being tried when its partition was somebody else's. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        waiting.forget(partitions);
        idle.forget(partitions);
    }
}
