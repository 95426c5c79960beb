package epro.benchmarks.intake;

import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.stack.Way;
import epro.stack.Workspace;
import epro.stack.wire.Behaviour;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What all ways stand on: one broker, its topic of submissions with its own settings, and the servers before it. */
final class Ground implements AutoCloseable {
    static final String SHARED = "shared-producer";
    static final String BLOCKING = "producer-a-connection";
    static final String OURS = "ours";

    private static final String PATH = "/api/v1/submissions";
    /** As the plain servers are; the local stack otherwise stops at the first tier. */
    private static final String ALL_COMPILED = "-XX:+TieredCompilation";

    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";
    private static final Duration TOKEN = Duration.ofHours(3);

    private final Path home;
    private final LocalStack stack;
    private final Admin admin;
    private final PlainServer shared;
    private final PlainServer blocking;
    private final Replica straight;
    private final Replica throughProxy;

    private Ground(Path home, LocalStack stack) throws IOException, InterruptedException {
        this.home = home;
        this.stack = stack;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()));
        this.shared = PlainServer.start("shared", home, stack.kafka(), Topics.SUBMISSIONS);
        this.blocking = PlainServer.start("blocking", home, stack.kafka(), Topics.SUBMISSIONS);
        this.straight = stack.replica(Part.INTAKE, Map.of(JAVA_OPTIONS, ALL_COMPILED, "EPRO_KAFKA", stack.kafka()));
        this.throughProxy = stack.replica(Part.INTAKE, Map.of(JAVA_OPTIONS, ALL_COMPILED));
    }

    static Ground make() throws IOException, InterruptedException {
        Path home = Workspace.find().scratch().resolve("bench").resolve("intake");
        return new Ground(
                home,
                LocalStack.builder()
                        .home(home)
                        .services(Set.of())
                        .throughProxies()
                        .anyPorts()
                        .start());
    }

    /** The ways, ours with everything that it does. */
    List<Door> doors(String run) {
        return List.of(
                new Door(SHARED, shared.port(), shared.pid(), posts(run + "-s")),
                new Door(BLOCKING, blocking.port(), blocking.pid(), posts(run + "-b")),
                new Door(OURS, straight.address().getPort(), straight.pid(), posts(run + "-o")));
    }

    /** The intake that finds the broker through a proxy. */
    Door throughProxy(String run) {
        return new Door(OURS, throughProxy.address().getPort(), throughProxy.pid(), posts(run));
    }

    /** Ours, by the token of a single patient. */
    Door onePatient(String run) {
        String token = stack.tokens().patient(Posts.STUDY, Posts.SITE, "P-0000");
        return new Door(OURS, straight.address().getPort(), straight.pid(), new Posts(PATH, token, run, 1));
    }

    private Posts posts(String run) {
        return new Posts(PATH, stack.tokens().of(StandardRole.SUBMIT, TOKEN), run);
    }

    ProducerLimit limit() {
        return new ProducerLimit(Workspace.find().brokerJars(), stack.kafka(), Topics.SUBMISSIONS);
    }

    long brokerPid() {
        return stack.pid(Part.KAFKA);
    }

    /** How many records the topic has ever got. */
    long logged() throws InterruptedException {
        try {
            TopicDescription topic = Objects.requireNonNull(admin.describeTopics(List.of(Topics.SUBMISSIONS))
                    .allTopicNames()
                    .get()
                    .get(Topics.SUBMISSIONS));
            Map<TopicPartition, OffsetSpec> latest = topic.partitions().stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(Topics.SUBMISSIONS, partition.partition()),
                            _ -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
        }
    }

    /** Whether each record is on disk before it is acknowledged, as it is on one node, or when the system writes it. */
    void flushEach(boolean each) throws InterruptedException {
        AlterConfigOp change = new AlterConfigOp(
                new ConfigEntry("flush.messages", each ? "1" : Long.toString(Long.MAX_VALUE)),
                AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, Topics.SUBMISSIONS), List.of(change)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
        }
    }

    /** Lets every piece of bytes between that intake and the broker, in either direction, wait for so long. */
    void delay(Duration by) {
        stack.proxy(Way.INTAKE_TO_BROKER)
                .orElseThrow()
                .become(by.isZero() ? new Behaviour.Passing() : new Behaviour.Delaying(by));
    }

    /** What that intake says of itself. */
    URI metrics() {
        return throughProxy.management().resolve("/actuator/prometheus");
    }

    @Override
    public void close() {
        try (stack;
                admin;
                shared;
                blocking;
                straight;
                throughProxy) {
            // All of them, whichever fails.
        } catch (IOException e) {
            throw new IllegalStateException("a plain server could not be ended under " + home, e);
        }
    }
}
