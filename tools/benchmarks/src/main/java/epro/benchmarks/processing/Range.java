package epro.benchmarks.processing;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stretch of the topic, over all its partitions.
 *
 * @param from the first offset of each partition
 * @param to behind the last offset of each partition
 */
record Range(Map<Integer, Long> from, Map<Integer, Long> to) {

    Range {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    long count() {
        return end() - sum(from);
    }

    /** All offsets before the range's end, summed over the partitions. */
    long end() {
        return sum(to);
    }

    /** Its beginning: as many records, or a few less where partitions differ in length. */
    Range first(long records) {
        double share = Math.min(1.0, (double) records / count());
        return new Range(
                from,
                to.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> shortened(entry.getKey(), share))));
    }

    private long shortened(int partition, double share) {
        long begin = from.getOrDefault(partition, 0L);
        return begin + (long) ((to.getOrDefault(partition, begin) - begin) * share);
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
