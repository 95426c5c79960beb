package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;

/** Where a partition stands can't be told for now: the next one is not asked for it at once. */
class SilentGapsTest {
    private static final TopicPartition ONE = new TopicPartition(Topics.SUBMISSIONS, 0);
    private static final TopicPartition OTHER = new TopicPartition(Topics.SUBMISSIONS, 1);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final SilentGaps gaps = new SilentGaps(RunningProcessing.bean(LanePositions.class), () -> now);
    private final Unanswering consumer = new Unanswering();

    @Test
    void askForNoOtherPartitionUntilAWhileAfterAFailure() {
        consumer.assign(List.of(ONE, OTHER));

        idle(ONE);
        now = now.plusSeconds(7);
        idle(OTHER);
        assertThat(consumer.asked).containsExactly(ONE);

        now = now.plusSeconds(2);
        idle(OTHER);
        assertThat(consumer.asked).containsExactly(ONE, OTHER);
    }

    private void idle(TopicPartition partition) {
        gaps.onApplicationEvent(
                new ListenerContainerPartitionIdleEvent(this, this, 10_000, "listener", partition, consumer, false));
    }

    /** Its broker does not tell where it stands. */
    private static final class Unanswering extends MockConsumer<byte[], byte[]> {
        private final List<TopicPartition> asked = new ArrayList<>();

        Unanswering() {
            super("earliest");
        }

        @Override
        public synchronized long position(TopicPartition partition, Duration within) {
            asked.add(partition);
            throw new TimeoutException("no answer within " + within);
        }
    }
}
