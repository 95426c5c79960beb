package epro.stack;

import epro.stack.process.Probe;
import epro.stack.process.Programs;
import epro.stack.process.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker (KRaft) that stands alone, or one of three that take each other's place. Sessions of consumers last 10 s instead of the default 45, so that after a crash of
 * one the others take over soon.
 */
final class Broker {

    /** A short log of offsets is compacted early, and loaded quickly by a broker that was killed. */
    private static final String GROUPS = """
            offsets.topic.segment.bytes=1048576
            group.initial.rebalance.delay.ms=0
            group.consumer.min.session.timeout.ms=6000
            group.consumer.session.timeout.ms=10000
            group.consumer.min.heartbeat.interval.ms=1000
            group.consumer.heartbeat.interval.ms=3000
            """;

    private static final int HEAP_MIB = 512;
    private static final int HEAP_MIB_OF_SEVERAL = 320;
    private static final int PROBE_MILLIS = 2_000;
    /** One that says nothing for three seconds is taken for dead, and others lead in its place. */
    private static final String OF_A_CLUSTER = """
            broker.heartbeat.interval.ms=500
            broker.session.timeout.ms=3000
            """;

    private final Path jars;
    private final Path folder;
    private final Site site;
    private final Part node;

    Broker(Workspace workspace, Site site, Part node) {
        this.jars = workspace.brokerJars();
        this.folder = site.data().resolve(node.text());
        this.site = site;
        this.node = node;
    }

    /** Writes the configuration and, on an empty folder, formats it. */
    Recipe recipe(BrokerCluster cluster, Path log) {
        Path configuration = folder.resolve("server.properties");
        PrivateFiles.write(configuration, configuration());
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(configuration, cluster.id());
        }
        return Recipe.of(node.text(), java("kafka.Kafka", configuration.toString()), Map.of(), log, probe());
    }

    private void format(Path configuration, String cluster) {
        List<String> command = java("kafka.tools.StorageTool", "format", "-t", cluster, "-c", configuration.toString());
        if (!Programs.succeeds(command.toArray(String[]::new))) {
            throw new StackFailure("The broker's folder can't be formatted: " + String.join(" ", command));
        }
    }

    private List<String> java(String... mainAndArguments) {
        List<String> rest = new ArrayList<>(List.of(
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                jars + "/*"));
        rest.addAll(List.of(mainAndArguments));
        return Jvm.command(isAlone() ? HEAP_MIB : HEAP_MIB_OF_SEVERAL, rest);
    }

    private Probe probe() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + site.ports().of(node),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        return () -> {
            HttpProbe.connect(site.ports().of(node));
            try (Admin admin = Admin.create(config)) {
                return !admin.describeCluster()
                        .nodes()
                        .get(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                        .isEmpty();
            }
        };
    }

    private int replicas() {
        return site.ports().brokers().size();
    }

    private boolean isAlone() {
        return replicas() == 1;
    }

    private static int number(Part node) {
        return Part.BROKERS.indexOf(node) + 1;
    }

    private String voters() {
        return site.ports().brokers().stream()
                .map(voter -> number(voter) + "@127.0.0.1:" + site.ports().sideOf(voter))
                .collect(Collectors.joining(","));
    }

    String configuration() {
        return """
                process.roles=broker,controller
                node.id=%4$d
                controller.quorum.voters=%5$s
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%9$s
                advertised.listeners=CLIENTS://127.0.0.1:%1$d%10$s
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT%11$s
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=%6$d
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=%6$d
                transaction.state.log.min.isr=%7$d
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=%6$d
                share.coordinator.state.topic.min.isr=%7$d
                log.cleaner.dedupe.buffer.size=16777216
                num.io.threads=4
                %8$s""".formatted(
                        site.ports().of(node),
                        site.ports().sideOf(node),
                        folder.resolve("log"),
                        number(node),
                        voters(),
                        replicas(),
                        Math.min(2, replicas()),
                        GROUPS + (isAlone() ? "" : OF_A_CLUSTER),
                        further(listener -> "%s://127.0.0.1:%d".formatted(listener.name(), listener.port())),
                        further(listener -> "%s://127.0.0.1:%d".formatted(listener.name(), listener.advertised())),
                        further(listener -> listener.name() + ":PLAINTEXT"));
    }

    private String further(Function<Ways.Listener, String> text) {
        return site.ways().listeners().stream().map(text).map(one -> "," + one).collect(Collectors.joining());
    }
}
