package epro.cli.demo;

import epro.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * The end offsets of the topics at one moment.
 *
 * @param topicId of the topic of submissions
 * @param submissions by partition
 */
record LogEnds(String topicId, SortedMap<Integer, Long> submissions, long outcomes, long deadLetters) {

    static LogEnds read(Admin admin) throws InterruptedException {
        SortedMap<Integer, Long> submissions = ends(admin, Topics.SUBMISSIONS);
        return new LogEnds(
                describe(admin, Topics.SUBMISSIONS).topicId().toString(),
                submissions,
                sum(ends(admin, Topics.OUTCOMES)),
                sum(ends(admin, Topics.SUBMISSIONS_DLT)));
    }

    long submitted() {
        return sum(submissions);
    }

    private static SortedMap<Integer, Long> ends(Admin admin, String topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = describe(admin, topic).partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()), _ -> OffsetSpec.latest()));
        SortedMap<Integer, Long> ends = new TreeMap<>();
        try {
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end offsets of " + topic + " can't be read", e.getCause());
        }
    }

    private static TopicDescription describe(Admin admin, String topic) throws InterruptedException {
        try {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
            return topics.values().iterator().next();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic " + topic + " can't be described", e.getCause());
        }
    }

    private static long sum(Map<Integer, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
