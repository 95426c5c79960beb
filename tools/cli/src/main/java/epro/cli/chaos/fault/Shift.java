package epro.cli.chaos.fault;

import static java.util.stream.Collectors.toMap;

import epro.cli.chaos.fault.Fault.Seen;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a group's offsets are and where they are to be; back no farther than to the beginning. */
record Shift(Map<TopicPartition, OffsetAndMetadata> from, Map<TopicPartition, OffsetAndMetadata> to) {

    static Shift of(Map<TopicPartition, OffsetAndMetadata> from, long by) {
        return new Shift(
                from,
                from.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                offset -> new OffsetAndMetadata(
                                        Math.max(0, offset.getValue().offset() + by)))));
    }

    /** What is seen of it where these offsets were found afterwards; that nothing moved is no shift. */
    Seen seen(Map<TopicPartition, OffsetAndMetadata> written) {
        LongSummaryStatistics distances = from.entrySet().stream()
                .mapToLong(offset -> Math.abs(distance(offset.getKey(), offset.getValue())))
                .summaryStatistics();
        boolean moved = !from.isEmpty() && distances.getMax() > 0;
        return new Seen(
                moved && written.entrySet().containsAll(to.entrySet()),
                moved
                        ? "%d partitions moved by %d to %d"
                                .formatted(from.size(), distances.getMin(), distances.getMax())
                        : "no offset could be moved");
    }

    private long distance(TopicPartition partition, OffsetAndMetadata before) {
        return to.getOrDefault(partition, before).offset() - before.offset();
    }
}
