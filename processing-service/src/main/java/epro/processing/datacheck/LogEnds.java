package epro.processing.datacheck;

import java.util.Map;

/**
 * Where the log ended when the data check began.
 *
 * @param topicId Kafka's id of the topic of submissions
 * @param submissions the offset after the last record of each of its partitions
 * @param checkpoints the offset after the last checkpoint
 */
record LogEnds(String topicId, Map<Integer, Long> submissions, long checkpoints) {

    /** Whether the lane has come further than its partition reaches: the log has lost what was processed. */
    boolean endsBefore(LaneRow lane) {
        return topicId.equals(lane.topicId())
                && submissions.getOrDefault(lane.partition(), Long.MAX_VALUE) < lane.nextOffset();
    }

    /** Up to where a lane is compared: its partition's end; a lane of a topic that is no more, as far as it came. */
    long endFor(LaneRow lane) {
        boolean current = topicId.equals(lane.topicId());
        long end = current ? submissions.getOrDefault(lane.partition(), 0L) : lane.nextOffset();
        return Math.min(end, lane.nextOffset());
    }
}
