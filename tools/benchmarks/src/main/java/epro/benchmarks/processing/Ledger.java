package epro.benchmarks.processing;

import epro.benchmarks.Figures;
import epro.lane.ChainReport;
import epro.lane.ChainVerifier;
import epro.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service has written, as its database says. Connects anew where the server went away. */
final class Ledger implements AutoCloseable {
    private static final String POSITION = """
            SELECT sum(next_offset), sum(published_through), bool_and(published_through = outbox_end)
            FROM lane WHERE topic = ?""";
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM crf_record), (SELECT count(*) FROM audit_entry WHERE record_offset IS NOT NULL),
                (SELECT count(*) FROM rejection) + (SELECT count(*) FROM conflict) + (SELECT count(*) FROM quarantine)""";
    private static final String PERCENTILES = """
            SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ms), percentile_disc(0.99) WITHIN GROUP (ORDER BY ms)
            FROM (SELECT 1000 * extract(epoch FROM recorded_at - ?) AS ms
                FROM audit_entry WHERE recorded_at >= ? AND record_offset IS NOT NULL) recorded""";

    private final Opening opening;
    private @Nullable Connection connection;

    Ledger(Opening opening) {
        this.opening = opening;
    }

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /**
     * What stands in the tables.
     *
     * @param receipts audit entries of records
     * @param other records that were not stored as valid
     */
    record Count(long records, long receipts, long other) {

        /** Whether so many records have come since, each valid, and nothing else. */
        boolean isMoreBy(long more, Count before) {
            return records == before.records + more && receipts == before.receipts + more && other == before.other;
        }
    }

    /** How far the service is in the topic, all partitions together; empty while the database is away. */
    Optional<Position> position() {
        try (PreparedStatement select = connection().prepareStatement(POSITION)) {
            select.setString(1, Topics.SUBMISSIONS);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.of(new Position(row.getLong(1), row.getLong(2), row.getBoolean(3)));
            }
        } catch (SQLException away) {
            connection = null;
            return Optional.empty();
        }
    }

    /**
     * How far the service is.
     *
     * @param stored the next offset to store, summed over the partitions
     * @param published how many events
     * @param atEnd whether all that is stored is published
     */
    record Position(long stored, long published, boolean atEnd) {

        /** Whether since then both have gone on. */
        boolean isBeyond(Position earlier) {
            return stored > earlier.stored && published > earlier.published;
        }
    }

    /** Whether all before this is stored and published. */
    boolean settled(long end) {
        return position().filter(at -> at.stored() >= end && at.atEnd()).isPresent();
    }

    /** The database's clock. */
    OffsetDateTime now() throws SQLException {
        try (PreparedStatement select = connection().prepareStatement("SELECT clock_timestamp()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    Count count() throws SQLException {
        try (PreparedStatement select = connection().prepareStatement(COUNT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Count(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Of the milliseconds from then to the transactions of the records stored since: the median, and what 99 % stay below. */
    List<Double> percentilesMs(OffsetDateTime since) throws SQLException {
        try (PreparedStatement select = connection().prepareStatement(PERCENTILES)) {
            select.setObject(1, since);
            select.setObject(2, since);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return List.of(Figures.round(row.getDouble(1)), Figures.round(row.getDouble(2)));
            }
        }
    }

    /** Recomputes all chains, with one thread. */
    Verified verify() throws SQLException {
        long entries = 0;
        boolean sound = true;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        try (Connection reading = opening.open()) {
            reading.setAutoCommit(false);
            ChainVerifier verifier = new ChainVerifier(reading);
            for (String lane : verifier.lanes()) {
                ChainReport report = verifier.verify(lane, () -> {});
                entries += report.entries();
                sound &= report.firstFault().isEmpty();
            }
        }
        return new Verified(
                entries, sound, (System.nanoTime() - begun) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    /**
     * What a verification came to.
     *
     * @param cpuSeconds of the verifying thread, without the database's
     */
    record Verified(long entries, boolean sound, double seconds, double cpuSeconds) {}

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = opening.open();
        }
        return connection;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException _) {
            connection = null;
        }
    }
}
