package epro.cli.audit;

import epro.lane.ChainFinding;
import epro.lane.ChainReport;
import epro.lane.ChainVerifier;
import epro.lane.CheckpointVerifier;
import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One verification: chains and checkpoints of all services as they stand at one moment, read with no right but to read. */
final class Verification {

    private final String jdbcUrl;
    private final CheckpointLog log;
    private final Pins pins;
    private final Expectation expected;
    private final List<Verdict.Finding> findings = new ArrayList<>();
    private boolean expectationMet;

    Verification(String jdbcUrl, CheckpointLog log, Pins pins, Expectation expected) {
        this.jdbcUrl = jdbcUrl;
        this.log = log;
        this.pins = pins;
        this.expected = expected;
        this.expectationMet = expected.equals(Expectation.NONE);
    }

    /** What the topic holds before the snapshot is taken, the snapshot must know. */
    Verdict run(Consumer<String> progress) throws SQLException, InterruptedException {
        long end = log.end();
        List<Verdict.OfService> services = new ArrayList<>();
        try (Connection connection = snapshot()) {
            for (Chains service : Chains.values()) {
                if (service.areThere(connection)) {
                    connection.setSchema(service.text());
                    services.add(verify(service, connection, end, progress));
                }
            }
        }
        reportUnreadable(end);
        if (!expectationMet) {
            findings.add(new Verdict.Finding("checkpoints", expected.number(), "checkpoint-differs"));
        }
        return new Verdict(List.copyOf(services), List.copyOf(findings));
    }

    private Verdict.OfService verify(Chains service, Connection connection, long end, Consumer<String> progress)
            throws SQLException, InterruptedException {
        Map<String, ChainReport> chains = verifyChains(connection, progress);
        progress.accept("Checkpoints of " + service.text());
        Pin pin = pins.of(service);
        CheckpointVerifier checkpoints = new CheckpointVerifier(pin.fingerprint(), connection, this::found);
        try (checkpoints) {
            log.read(end, (_, checkpoint) -> {
                if (checkpoint.isPresent() && checkpoint.get().service().equals(service.text())) {
                    expectationMet |= expected.isMetBy(checkpoint.get());
                    checkpoints.accept(checkpoint.get());
                }
            });
        }
        Map<String, Long> anchored = checkpoints.anchored();
        return new Verdict.OfService(
                service,
                chains.values().stream().mapToLong(ChainReport::entries).sum(),
                chains.size(),
                checkpoints.count(),
                checkpoints.last(),
                chains.values().stream()
                        .mapToLong(chain -> Math.max(0, chain.lastSequence() - anchored.getOrDefault(chain.lane(), 0L)))
                        .sum(),
                pin);
    }

    private Map<String, ChainReport> verifyChains(Connection connection, Consumer<String> progress)
            throws SQLException {
        Map<String, ChainReport> chains = new LinkedHashMap<>();
        ChainVerifier verifier = new ChainVerifier(connection);
        for (String lane : verifier.lanes()) {
            progress.accept("Lane " + lane);
            ChainReport report = verifier.verify(lane, () -> {});
            chains.put(lane, report);
            report.firstFault().ifPresent(this::found);
        }
        return chains;
    }

    /** Whose they were nobody can say. */
    private void reportUnreadable(long end) throws SQLException, InterruptedException {
        log.read(end, (offset, checkpoint) -> {
            if (checkpoint.isEmpty()) {
                findings.add(new Verdict.Finding(Topics.AUDIT_CHECKPOINTS, offset, "checkpoint-unreadable"));
            }
        });
    }

    private void found(ChainFinding finding) {
        findings.add(new Verdict.Finding(
                finding.lane(), finding.sequence(), finding.code().text()));
    }

    private Connection snapshot() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }
}
