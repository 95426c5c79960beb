package epro.processing.pipeline;

import epro.lane.SourcePartition;
import epro.processing.storing.StoreResult;
import epro.processing.storing.SubmissionStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes holes between what a lane waits for and what came: the consumer goes back, and only if the log itself has lost
 * the offsets is the loss written to the audit chain, for ever, and work goes on behind it.
 */
@Component
class Gaps {
    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

    private final SubmissionStore store;
    private final PipelineMeters meters;
    private final Map<TopicPartition, Sought> soughtFor = new ConcurrentHashMap<>();

    Gaps(SubmissionStore store, PipelineMeters meters) {
        this.store = store;
        this.meters = meters;
    }

    void close(Consumer<?, ?> consumer, SourcePartition source, StoreResult.Gap gap) {
        TopicPartition partition = new TopicPartition(source.topic(), source.partition());
        long earliest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Sought now = new Sought(System.identityHashCode(consumer), gap.expected());
        boolean soughtInVain = now.equals(soughtFor.remove(partition));
        if (earliest > gap.expected()) {
            accept(source, gap.expected(), Math.min(earliest, gap.found()));
        } else if (soughtInVain) {
            accept(source, gap.expected(), gap.found());
        }
        consumer.seek(partition, Math.max(earliest, gap.expected()));
        if (!soughtInVain) {
            soughtFor.put(partition, now);
        }
    }

    /** What came went on where the lane stood. */
    void closed(TopicPartition partition) {
        soughtFor.remove(partition);
    }

    /** Whoever consumed these partitions before: what was sought then means nothing now. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(soughtFor::remove);
    }

    /**
     * A consumer stands where the lane waits, and what it brings next tells whether the log still has it.
     *
     * @param consumer which one; what another brings was polled before
     * @param expected the offset sought
     */
    private record Sought(int consumer, long expected) {}

    private void accept(SourcePartition source, long from, long to) {
        store.acceptLoss(source, from, to);
        meters.lost(to - from);
        LOG.error(
                "{} has lost the offsets from {} to before {}: a GAP entry is written and work goes on; find out who deleted them",
                source.laneName(),
                from,
                to);
    }
}
