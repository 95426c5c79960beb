package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final IdleCommits commits = new IdleCommits();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void commitWhatIsSettledHoweverFarTheConsumerHasRead() {
        assignedAt(147);
        commits.settled(HERE, 140);

        idle(HERE);

        assertThat(consumer.committed(Set.of(HERE))).isEqualTo(Map.of(HERE, new OffsetAndMetadata(140)));
    }

    @Test
    void goBackForNobodyWhoIsLate() {
        assignedAt(147);
        commits.settled(HERE, 140);
        commits.settled(HERE, 61);

        idle(HERE);

        assertThat(consumer.committed(Set.of(HERE))).isEqualTo(Map.of(HERE, new OffsetAndMetadata(140)));
    }

    @Test
    void commitNothingThatNobodySettled() {
        assignedAt(147);

        idle(HERE);

        assertThat(consumer.committed(Set.of(HERE)).get(HERE)).isNull();
    }

    @Test
    void commitNothingThatIsNotTheirsOrIsNoLonger() {
        assignedAt(147);
        commits.settled(ELSEWHERE, 1);
        commits.settled(HERE, 140);
        commits.forget(List.of(HERE));

        idle(ELSEWHERE);
        idle(HERE);

        assertThat(consumer.committed(Set.of(HERE, ELSEWHERE)).values()).allMatch(Objects::isNull);
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

    private void idle(TopicPartition partition) {
        commits.onApplicationEvent(
                new ListenerContainerPartitionIdleEvent(this, this, 10_000, "listener", partition, consumer, false));
    }
}
