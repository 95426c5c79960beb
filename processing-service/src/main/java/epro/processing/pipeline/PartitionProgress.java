package epro.processing.pipeline;

import epro.keeper.IdleCommits;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** What is to be remembered of a partition while it is consumed here, and forgotten once it isn't. */
@Component
class PartitionProgress {
    private final Gaps gaps;
    private final WaitingPartitions waiting;
    private final IdleCommits commits;

    PartitionProgress(Gaps gaps, WaitingPartitions waiting, IdleCommits commits) {
        this.gaps = gaps;
        this.waiting = waiting;
        this.commits = commits;
    }

    /** All before this offset is stored. */
    void settled(TopicPartition partition, long next) {
        gaps.closed(partition);
        waiting.passed(partition);
        commits.settled(partition, next);
    }

    void failed(TopicPartition partition, Throwable failure) {
        waiting.failed(partition, failure);
    }

    /** These are consumed here from now on. */
    void begins(Collection<TopicPartition> partitions) {
        gaps.forget(partitions);
        waiting.forget(partitions);
        commits.forget(partitions);
    }

    /** These are consumed by somebody else. */
    void ends(Collection<TopicPartition> partitions) {
        waiting.forget(partitions);
        commits.forget(partitions);
    }
}
