package epro.cli.chaos.fault;

import static java.util.stream.Collectors.toMap;

import epro.cli.chaos.fault.Fault.Seen;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a group's offsets are and where they are to be: between the log's beginning and its end, or Kafka would take the beginning. */
record Shift(Map<TopicPartition, OffsetAndMetadata> from, Map<TopicPartition, OffsetAndMetadata> to) {

    /** @param ends of the log, by partition */
    static Shift of(Map<TopicPartition, OffsetAndMetadata> from, long by, Map<TopicPartition, Long> ends) {
        return new Shift(from, from.entrySet().stream().collect(toMap(Map.Entry::getKey, offset -> {
            long before = offset.getValue().offset();
            long end = ends.getOrDefault(offset.getKey(), before);
            return new OffsetAndMetadata(Math.clamp(before + by, 0, end));
        })));
    }

    /** What is seen of it where these offsets were found afterwards; that nothing moved is no shift. */
    Seen seen(Map<TopicPartition, OffsetAndMetadata> written) {
        LongSummaryStatistics distances = from.entrySet().stream()
                .mapToLong(offset -> Math.abs(distance(offset.getKey(), offset.getValue())))
                .filter(distance -> distance > 0)
                .summaryStatistics();
        boolean moved = distances.getCount() > 0;
        return new Seen(
                moved && written.entrySet().containsAll(to.entrySet()),
                moved
                        ? "%d of %d partitions moved by %d to %d"
                                .formatted(distances.getCount(), from.size(), distances.getMin(), distances.getMax())
                        : "no offset could be moved");
    }

    private long distance(TopicPartition partition, OffsetAndMetadata before) {
        return to.getOrDefault(partition, before).offset() - before.offset();
    }
}
