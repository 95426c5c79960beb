package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import epro.keeper.IdleCommits;
import epro.processing.RunningProcessing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;

/** What was settled before a partition went and came back is not committed over what others have settled since. */
class PartitionProgressTest {
    private static final TopicPartition PARTITION = new TopicPartition("epro.submissions.v1", 3);

    private final IdleCommits commits = new IdleCommits();
    private final PartitionProgress progress = new PartitionProgress(
            RunningProcessing.bean(Gaps.class), RunningProcessing.bean(WaitingPartitions.class), commits);

    @AutoClose
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.seek(PARTITION, 200);
        progress.settled(PARTITION, 140);
    }

    @Test
    void isCommittedAgainWhileThePartitionStays() {
        idle();
        assertThat(consumer.committed(Set.of(PARTITION))).isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(140)));
    }

    @Test
    void isForgottenWhereThePartitionComesAnew() {
        progress.begins(List.of(PARTITION));
        idle();
        assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION)).isNull();
    }

    @Test
    void isForgottenWhereThePartitionGoes() {
        progress.ends(List.of(PARTITION));
        idle();
        assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION)).isNull();
    }

    private void idle() {
        commits.onApplicationEvent(
                new ListenerContainerPartitionIdleEvent(this, this, 10_000, "listener", PARTITION, consumer, false));
    }
}
