package epro.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Gives the topics more partitions. From then on most patients' records go to other partitions than before: their order holds
 * only if everything that was sent before has been processed, and nothing is sent meanwhile.
 */
public final class PartitionRaise {

    /** Whose order matters: what each group reads, in the order in which one writes for the other. */
    private static final List<Map.Entry<String, String>> READ_BY_GROUP = List.of(
            Map.entry("epro-processing", Topics.SUBMISSIONS), Map.entry("epro-notification", Topics.ADVERSE_EVENTS));

    private static final List<String> BY_PATIENT =
            List.of(Topics.SUBMISSIONS, Topics.SUBMISSIONS_DLT, Topics.OUTCOMES, Topics.ADVERSE_EVENTS, Topics.ALERTS);

    private static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Admin admin;

    public PartitionRaise(Admin admin) {
        this.admin = admin;
    }

    /**
     * Records of patients that are on a topic and that its readers have not acknowledged.
     *
     * @throws KafkaException if the brokers don't say
     */
    public long backlog() throws InterruptedException {
        long backlog = 0;
        for (Map.Entry<String, String> read : READ_BY_GROUP) {
            backlog += backlog(read.getKey(), read.getValue());
        }
        return backlog;
    }

    private long backlog(String group, String topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions(topic); partition++) {
            earliest.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        var begins = answer(admin.listOffsets(earliest).all());
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata come = committed.get(end.getKey());
                    long from = come == null
                            ? Objects.requireNonNull(begins.get(end.getKey())).offset()
                            : come.offset();
                    return Math.max(0, end.getValue().offset() - from);
                })
                .sum();
    }

    /** How many partitions the topics keyed by patient have, by name; alike unless raising them was broken off. */
    public SortedMap<String, Integer> partitions() throws InterruptedException {
        SortedMap<String, Integer> present = new TreeMap<>();
        described(BY_PATIENT)
                .forEach((topic, found) -> present.put(topic, found.partitions().size()));
        return present;
    }

    private int partitions(String topic) throws InterruptedException {
        return Objects.requireNonNull(described(List.of(topic)).get(topic))
                .partitions()
                .size();
    }

    /** Asks again: each broker of a cluster hears a moment after the others of a topic that was just created. */
    private Map<String, TopicDescription> described(List<String> topics) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return answer(admin.describeTopics(topics).allTopicNames());
            } catch (KafkaException e) {
                boolean over = System.nanoTime() - begun > HEARD_OF_WITHIN.toNanos();
                if (over || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                Thread.sleep(A_MOMENT);
            }
        }
    }

    /**
     * Raises every topic that is keyed by patient to so many partitions, those too that were left behind by an attempt that was
     * broken off, and says how many each had.
     *
     * @throws IllegalArgumentException if one has more already: partitions can't be taken away
     * @throws KafkaException if the brokers refuse
     */
    public SortedMap<String, Integer> to(int partitions) throws InterruptedException {
        SortedMap<String, Integer> before = partitions();
        if (before.values().stream().anyMatch(present -> present > partitions)) {
            throw new IllegalArgumentException("partitions can't be taken away: there are " + before);
        }
        Map<String, NewPartitions> raised = before.entrySet().stream()
                .filter(topic -> topic.getValue() < partitions)
                .collect(Collectors.toMap(Map.Entry::getKey, _ -> NewPartitions.increaseTo(partitions)));
        answer(admin.createPartitions(raised).all());
        return before;
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new KafkaException("the brokers did not answer as they should", e.getCause());
        }
    }
}
