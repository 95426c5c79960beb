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
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker of one node (KRaft). Sessions of consumers last 10 s instead of the default 45, so that after a crash of
 * one the others take over soon.
 */
final class Broker {

    private static final int HEAP_MIB = 512;
    private static final int PROBE_MILLIS = 2_000;

    private final Path jars;
    private final Path folder;
    private final Site site;

    Broker(Workspace workspace, Site site) {
        this.jars = workspace.brokerJars();
        this.folder = site.data().resolve("kafka");
        this.site = site;
    }

    /** Writes the configuration and, on an empty folder, formats it. */
    Recipe recipe(Path log) {
        Path configuration = folder.resolve("server.properties");
        PrivateFiles.write(configuration, configuration());
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(configuration);
        }
        return Recipe.of(Part.KAFKA.text(), java("kafka.Kafka", configuration.toString()), Map.of(), log, probe());
    }

    private void format(Path configuration) {
        List<String> command = java(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                configuration.toString());
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
        return Jvm.command(HEAP_MIB, rest);
    }

    private Probe probe() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, site.kafka(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        return () -> {
            HttpProbe.connect(site.ports().of(Part.KAFKA));
            try (Admin admin = Admin.create(config)) {
                return !admin.describeCluster()
                        .nodes()
                        .get(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                        .isEmpty();
            }
        };
    }

    String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=CLIENTS://127.0.0.1:%1$d%5$s
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.consumer.min.session.timeout.ms=6000
                group.consumer.session.timeout.ms=10000
                group.consumer.min.heartbeat.interval.ms=1000
                group.consumer.heartbeat.interval.ms=3000
                log.cleaner.dedupe.buffer.size=16777216
                num.io.threads=4
                """.formatted(
                        site.ports().of(Part.KAFKA),
                        site.ports().sideOf(Part.KAFKA),
                        folder.resolve("log"),
                        further(listener -> "%s://127.0.0.1:%d".formatted(listener.name(), listener.port())),
                        further(listener -> "%s://127.0.0.1:%d".formatted(listener.name(), listener.advertised())),
                        further(listener -> listener.name() + ":PLAINTEXT"));
    }

    private String further(Function<Ways.Listener, String> text) {
        return site.ways().listeners().stream().map(text).map(one -> "," + one).collect(Collectors.joining());
    }
}
