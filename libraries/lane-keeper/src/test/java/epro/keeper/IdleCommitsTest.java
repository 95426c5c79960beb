package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;

class IdleCommitsTest {
    private static final TopicPartition HERE = new TopicPartition("topic", 3);
    private static final TopicPartition ELSEWHERE = new TopicPartition("topic", 4);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void commitWhereTheConsumerStands() {
        assignedAt(147);

        idle(HERE, false);

        assertThat(consumer.committed(Set.of(HERE))).isEqualTo(Map.of(HERE, new OffsetAndMetadata(147)));
    }

    @Test
    void doNothingWhileItWaitsOrWhereItIsNotAny() {
        assignedAt(147);

        idle(HERE, true);
        idle(ELSEWHERE, false);

        assertThat(consumer.committed(Set.of(HERE)).get(HERE)).isNull();
    }

    @Test
    void areAskedForByTheContainer() {
        var container = new ContainerProperties("topic");
        IdleCommits.in(container);

        assertThat(container.getIdlePartitionEventInterval()).isEqualTo(10_000);
    }

    private void assignedAt(long offset) {
        consumer.assign(List.of(HERE));
        consumer.seek(HERE, offset);
    }

    private void idle(TopicPartition partition, boolean paused) {
        new IdleCommits()
                .onApplicationEvent(new ListenerContainerPartitionIdleEvent(
                        this, this, 10_000, "listener", partition, consumer, paused));
    }
}
