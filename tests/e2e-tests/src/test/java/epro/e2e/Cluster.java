package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** Three brokers, and on them what a submission passes through. */
final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Admin admin;

    private Cluster(LocalStack stack) {
        this.stack = stack;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()));
    }

    static Cluster start() {
        return new Cluster(LocalStack.builder()
                .home(Workspace.find()
                        .scratch()
                        .resolve("tests/brokers-" + ProcessHandle.current().pid()))
                .brokers(3)
                .services(Set.of(Part.PROCESSING, Part.NOTIFICATION, Part.INTAKE))
                .anyPorts()
                .start());
    }

    LocalStack stack() {
        return stack;
    }

    /** The broker that is the active controller. */
    Part controller() throws ExecutionException, InterruptedException {
        int node = admin.describeMetadataQuorum().quorumInfo().get().leaderId();
        return Part.BROKERS.get(node - 1);
    }

    /** A broker that is not. */
    Part follower() throws ExecutionException, InterruptedException {
        Part controller = controller();
        return Part.BROKERS.stream()
                .filter(broker -> broker != controller)
                .findFirst()
                .orElseThrow();
    }

    List<TopicPartitionInfo> partitions(String topic) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .partitions();
    }

    String setting(String topic, String name) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource))
                .get(name)
                .value();
    }

    /** Until every partition is on all three again, and each broker leads its share, so that it matters which is struck. */
    void awaitWhole() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            admin.electLeaders(ElectionType.PREFERRED, null).partitions().get();
            assertThat(everyPartition()).allSatisfy(partition -> {
                assertThat(partition.isr()).hasSize(3);
                assertThat(partition.leader()).isEqualTo(partition.replicas().getFirst());
            });
        });
    }

    private List<TopicPartitionInfo> everyPartition() throws ExecutionException, InterruptedException {
        Collection<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
    }

    @Override
    public void close() {
        admin.close();
        stack.close();
    }
}
