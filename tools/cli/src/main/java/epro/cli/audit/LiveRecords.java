package epro.cli.audit;

import epro.lane.ChainSource;
import epro.lane.ChainTables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A running system's: one snapshot of the database, read with no right but to read, and the topic up to where it ended then. */
final class LiveRecords implements AuditRecords {

    private final Connection connection;
    private final CheckpointLog log;
    private final long end;

    private LiveRecords(Connection connection, CheckpointLog log, long end) {
        this.connection = connection;
        this.log = log;
        this.end = end;
    }

    /** What the topic holds before the snapshot is taken, the snapshot must know. */
    static LiveRecords open(String jdbcUrl, CheckpointLog log) throws SQLException {
        long end = log.end();
        return new LiveRecords(snapshot(jdbcUrl), log, end);
    }

    @Override
    public List<Chains> services() throws SQLException {
        List<Chains> there = new ArrayList<>();
        for (Chains service : Chains.values()) {
            if (service.areThere(connection)) {
                there.add(service);
            }
        }
        return there;
    }

    /** Until the next service's are asked for. */
    @Override
    public ChainSource chains(Chains service) throws SQLException {
        connection.setSchema(service.text());
        return new ChainTables(connection);
    }

    /** For the checkpoints that the database knows of the service whose chains were asked for last. */
    Connection connection() {
        return connection;
    }

    @Override
    public void read(Reader reader) throws SQLException, InterruptedException {
        log.read(end, reader);
    }

    @Override
    public List<Verdict.Finding> faults() {
        return List.of();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Rows come in binary from the first statement on: half the bytes, and nothing to parse. */
    private static Connection snapshot(String jdbcUrl) throws SQLException {
        Properties binary = new Properties();
        binary.setProperty("prepareThreshold", "-1");
        Connection connection = DriverManager.getConnection(jdbcUrl, binary);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }
}
