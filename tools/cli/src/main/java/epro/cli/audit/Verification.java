package epro.cli.audit;

import epro.lane.ChainFinding;
import epro.lane.ChainReport;
import epro.lane.ChainVerifier;
import epro.lane.Checkpoint;
import epro.lane.CheckpointVerifier;
import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One verification: chains and checkpoints as they stand at one moment, read with no right but to read. */
final class Verification {

    private static final String SERVICE = "processing";

    private final String jdbcUrl;
    private final CheckpointLog log;
    private final Pin pin;
    private final Expectation expected;
    private final List<Verdict.Finding> findings = new ArrayList<>();
    private final Map<String, ChainReport> chains = new LinkedHashMap<>();
    private boolean expectationMet;

    Verification(String jdbcUrl, CheckpointLog log, Pin pin, Expectation expected) {
        this.jdbcUrl = jdbcUrl;
        this.log = log;
        this.pin = pin;
        this.expected = expected;
        this.expectationMet = expected.equals(Expectation.NONE);
    }

    /** What the topic holds before the snapshot is taken, the snapshot must know. */
    Verdict run(Consumer<String> progress) throws SQLException, InterruptedException {
        long end = log.end();
        try (Connection connection = snapshot()) {
            verifyChains(connection, progress);
            progress.accept("Checkpoints");
            CheckpointVerifier checkpoints = new CheckpointVerifier(pin.fingerprint(), connection, this::found);
            try (checkpoints) {
                log.read(end, (offset, checkpoint) -> accept(checkpoints, offset, checkpoint));
            }
            if (!expectationMet) {
                findings.add(new Verdict.Finding("checkpoints/" + SERVICE, expected.number(), "checkpoint-differs"));
            }
            return verdict(checkpoints);
        }
    }

    private void verifyChains(Connection connection, Consumer<String> progress) throws SQLException {
        ChainVerifier verifier = new ChainVerifier(connection);
        for (String lane : verifier.lanes()) {
            progress.accept("Lane " + lane);
            ChainReport report = verifier.verify(lane, () -> {});
            chains.put(lane, report);
            report.firstFault().ifPresent(this::found);
        }
    }

    private void accept(CheckpointVerifier checkpoints, long offset, Optional<Checkpoint> checkpoint)
            throws SQLException {
        if (checkpoint.isEmpty()) {
            findings.add(new Verdict.Finding(Topics.AUDIT_CHECKPOINTS, offset, "checkpoint-unreadable"));
        } else if (checkpoint.get().service().equals(SERVICE)) {
            expectationMet |= expected.isMetBy(checkpoint.get());
            checkpoints.accept(checkpoint.get());
        }
    }

    private Verdict verdict(CheckpointVerifier checkpoints) {
        Map<String, Long> anchored = checkpoints.anchored();
        long notYetAnchored = chains.values().stream()
                .mapToLong(chain -> Math.max(0, chain.lastSequence() - anchored.getOrDefault(chain.lane(), 0L)))
                .sum();
        long entries = chains.values().stream().mapToLong(ChainReport::entries).sum();
        return new Verdict(
                entries,
                chains.size(),
                checkpoints.count(),
                checkpoints.last(),
                notYetAnchored,
                pin,
                List.copyOf(findings));
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
