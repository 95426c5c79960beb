package epro.processing.pipeline;

import epro.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.stereotype.Component;

/**
 * Takes a consumer back to where its lane waits, if it stands beyond that and nothing comes: where the group's offset was moved over
 * records, only a further one would show that they are missing, and perhaps none ever comes.
 */
@Component
class SilentGaps implements ApplicationListener<ListenerContainerPartitionIdleEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SilentGaps.class);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(1);
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(8);

    private final LanePositions lanes;
    private final InstantSource clock;
    private volatile Instant failedAt = Instant.EPOCH;

    SilentGaps(LanePositions lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /** On the consumer's own thread, between two polls. */
    @Override
    public void onApplicationEvent(ListenerContainerPartitionIdleEvent idle) {
        var partition = idle.getTopicPartition();
        if (!partition.topic().equals(Topics.SUBMISSIONS) || isUnknownAnyway()) {
            return;
        }
        try {
            goBack(idle.getConsumer(), partition);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (KafkaException | DataAccessException | ExecutionException | TimeoutException unknown) {
            failedAt = clock.instant();
            LOG.debug("Whether {} has passed over anything is asked again in a while", partition, unknown);
        }
    }

    /** What failed for one partition fails for the next, and each time may take as long as a stop must not. */
    private boolean isUnknownAnyway() {
        return clock.instant().isBefore(failedAt.plus(NOT_AGAIN_WITHIN));
    }

    private void goBack(Consumer<?, ?> consumer, TopicPartition partition)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (!consumer.assignment().contains(partition)) {
            return;
        }
        long stands = consumer.position(partition, KNOWN_WITHIN);
        long waitedFor = lanes.offsets().getOrDefault(partition.partition(), 0L);
        if (waitedFor >= stands) {
            return;
        }
        long earliest =
                consumer.beginningOffsets(List.of(partition), KNOWN_WITHIN).getOrDefault(partition, 0L);
        long back = Math.max(earliest, waitedFor);
        if (back < stands) {
            LOG.warn(
                    "{} stands at {} and its lane waits for {}: it goes back to {}",
                    partition,
                    stands,
                    waitedFor,
                    back);
            consumer.seek(partition, back);
        }
    }
}
