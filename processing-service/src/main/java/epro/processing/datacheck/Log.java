package epro.processing.datacheck;

import epro.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Asks the broker where the log ends, and how long it is kept. */
class Log {

    private static final long ANSWERED_WITHIN_SECONDS = 15;

    private final Admin admin;

    Log(Admin admin) {
        this.admin = admin;
    }

    LogEnds ends() throws ExecutionException, TimeoutException, InterruptedException {
        TopicDescription topic = answer(admin.describeTopics(List.of(Topics.SUBMISSIONS))
                .topicNameValues()
                .values()
                .iterator()
                .next());
        Map<Integer, Long> submissions =
                ends(Topics.SUBMISSIONS, topic.partitions().size());
        return new LogEnds(
                topic.topicId().toString(),
                submissions,
                ends(Topics.AUDIT_CHECKPOINTS, 1).getOrDefault(0, 0L));
    }

    /** For how long a topic's records are kept at least; empty: for ever. */
    Optional<Duration> retention(String topic) throws ExecutionException, TimeoutException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                answer(admin.describeConfigs(List.of(resource)).all()).get(resource), "asked for");
        String kept = Objects.requireNonNull(config.get(TopicConfig.RETENTION_MS_CONFIG), "every topic has a retention")
                .value();
        return Optional.of(Duration.ofMillis(Long.parseLong(kept))).filter(Predicate.not(Duration::isNegative));
    }

    private Map<Integer, Long> ends(String topic, int partitions)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new TreeMap<>();
        answer(admin.listOffsets(asked).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
    }
}
