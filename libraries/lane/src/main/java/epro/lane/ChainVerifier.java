package epro.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes chains from what can be read in them.
 *
 * <ul>
 *   <li>Entries stream through: memory does not grow with the chain.
 *   <li>It only reads, on the caller's connection, whose transaction should be REPEATABLE READ if writers are at work.
 *   <li>A chain proves itself up to its end; that its end was not cut off, or the whole not hashed anew, is proved by
 *       {@link CheckpointVerifier}.
 * </ul>
 */
public final class ChainVerifier {

    private static final int FETCHED = 1_000;
    private static final String LANES = """
            WITH RECURSIVE chained AS (
                (SELECT lane FROM audit_entry ORDER BY lane LIMIT 1)
                UNION ALL
                SELECT (SELECT lane FROM audit_entry WHERE lane > chained.lane ORDER BY lane LIMIT 1)
                FROM chained WHERE chained.lane IS NOT NULL)
            SELECT lane FROM chained WHERE lane IS NOT NULL UNION SELECT name FROM lane ORDER BY 1""";
    private static final String ENTRIES = """
            SELECT sequence, action, actor, entity, content_hash, device_time, received_at, recorded_at,
                topic_id, partition, record_offset, detail, canonical, hash
            FROM audit_entry WHERE lane = ? ORDER BY sequence""";
    private static final String HEAD = "SELECT sequence, hash FROM lane WHERE name = ?";

    private final Connection connection;

    public ChainVerifier(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Chains can be streamed only within a transaction");
        }
        this.connection = connection;
    }

    /** Every lane that has a row or an entry, by name. */
    public List<String> lanes() throws SQLException {
        List<String> lanes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LANES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lanes.add(row.getString(1));
            }
        }
        return lanes;
    }

    /**
     * Goes through the whole chain.
     *
     * @param atEachEntry told after every entry, for progress; what it throws ends the verification
     */
    public ChainReport verify(String lane, Runnable atEachEntry) throws SQLException {
        ChainWalk walk = new ChainWalk(lane);
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setFetchSize(FETCHED);
            select.setString(1, lane);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    walk.step(EntryRows.read(lane, row), row.getBytes("canonical"), row.getBytes("hash"));
                    atEachEntry.run();
                }
            }
        }
        return walk.end(head(lane));
    }

    private Optional<ChainHead> head(String lane) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setString(1, lane);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ChainHead(
                                lane, row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }
}
