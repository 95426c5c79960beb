package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups say where they stand, also where nothing comes: whoever waits for them to have read everything waits for that. */
class IdleGroupsTest {
    private final Pipeline pipeline = Pipeline.running();

    @ParameterizedTest
    @CsvSource({"epro-processing," + Topics.SUBMISSIONS, "epro-notification," + Topics.ADVERSE_EVENTS})
    void commitEveryPartition(String group, String topic) throws ExecutionException, InterruptedException {
        Map<String, Object> broker = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, pipeline.stack().kafka());
        try (Admin admin = Admin.create(broker)) {
            Set<Integer> all = partitions(admin, topic);

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(committed(admin, group, topic)).isEqualTo(all));
        }
    }

    private static Set<Integer> partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(Set.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(TopicPartitionInfo::partition)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> committed(Admin admin, String group, String topic)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }
}
