package epro.nmpa.replay;

import static org.awaitility.Awaitility.await;

import epro.nmpa.NmpaSyncApplication;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.TrialStatusChange;
import epro.simulator.regulator.Regulator;
import epro.simulator.regulator.RegulatorLog;
import epro.simulator.regulator.RegulatorSettings;
import epro.simulator.regulator.SnapshotRegister;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.DataFiles;
import epro.testing.Http;
import epro.testing.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service, with infrastructure of its own, and a simulated regulator that plays the snapshots. Nine thousand requests at ten
 * a second would take a quarter of an hour: here the regulator allows more, and the service takes half of that.
 */
final class Replay implements AutoCloseable {
    static final int STARTS_ALLOWED = 300;
    static final int CONNECTIONS_ALLOWED = 10;

    /** Trials at work at once, until they are written: answers come faster here than a busy database takes them. */
    private static final int AT_ONCE = 6;

    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final SnapshotRegister register;
    private final Regulator regulator;
    private final ConfigurableApplicationContext service;

    Replay(Path home) throws IOException {
        Path snapshots = DataFiles.find().path(Snapshot.FOLDER);
        stack = LocalStack.builder().home(home).services(Set.of()).anyPorts().start();
        register = SnapshotRegister.in(snapshots);
        regulator = Regulator.start(
                RegulatorSettings.of(Map.of(
                        "REGULATOR_LATENCY", "0ms..5ms",
                        "REGULATOR_CONNECTIONS", Integer.toString(CONNECTIONS_ALLOWED),
                        "REGULATOR_STARTS_IN_A_SECOND", Integer.toString(STARTS_ALLOWED))),
                register);
        service = start();
    }

    private ConfigurableApplicationContext start() {
        Map<String, Object> settings = new HashMap<>(stack.environment(Part.NMPA_SYNC));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("EPRO_REGULATOR_URL", regulator.address().toString());
        settings.put("epro.nmpa.quota.connections", CONNECTIONS_ALLOWED / 2);
        settings.put("epro.nmpa.quota.starts-per-second", STARTS_ALLOWED / 2);
        settings.put("epro.nmpa.sync.waiting", AT_ONCE);
        ConfigurableApplicationContext started = new SpringApplicationBuilder(NmpaSyncApplication.class)
                .properties(settings)
                .run();
        HealthIndicator journal = started.getBean("journalStart", HealthIndicator.class);
        await().atMost(SOON)
                .until(() ->
                        Objects.requireNonNull(journal.health()).getStatus().equals(Status.UP));
        return started;
    }

    /** Moves the register on to its next snapshot, and says which. */
    String advance() {
        return register.advance().orElseThrow();
    }

    RegulatorLog seen() {
        return regulator.log();
    }

    ReplayClient client() {
        String token = stack.tokens().staff("somebody", List.of("ops"), List.of("*"), Duration.ofMinutes(30));
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new ReplayClient(new Http(URI.create("http://127.0.0.1:" + port), token));
    }

    /** All that stands on the topic. */
    List<TrialStatusChange> events() {
        RecordCodec codec = service.getBean(RecordCodec.class);
        return new TopicReader(stack.kafka())
                .read(Topics.TRIAL_STATUS_CHANGES).stream()
                        .map(event -> codec.decode(event.value(), TrialStatusChange.class))
                        .map(decoded -> ((Decoded.Read<TrialStatusChange>) decoded).value())
                        .toList();
    }

    /** Whether all that was to be told has been. */
    boolean isPublished() {
        return service.getBean(JdbcClient.class)
                .sql("SELECT published_through = outbox_end FROM lane WHERE name = 'trials'")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        service.close();
        regulator.close();
        stack.close();
    }
}
