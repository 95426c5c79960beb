package epro.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lanes' rows, on the caller's connection and within the caller's transaction.
 *
 * <ul>
 *   <li>A lane that is locked has no other writer until the transaction ends, so its chain never forks.
 *   <li>What is saved is visible with everything else in the transaction, or not at all.
 * </ul>
 */
public final class Lanes {

    private static final String SELECT = """
            SELECT name, next_offset, sequence, hash, outbox_end, published_through FROM lane WHERE name = ? FOR UPDATE""";
    private static final String INSERT = """
            INSERT INTO lane (name, topic, topic_id, partition, next_offset, hash) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE lane SET next_offset = ?, sequence = ?, hash = ?, outbox_end = ? WHERE name = ? AND sequence = ?""";

    private static final long WITHOUT_SOURCE = -1;

    private Lanes() {}

    /** Waits for the lane's lock and makes the lane at first sight. */
    public static LaneHead lock(Connection connection, SourcePartition source) throws SQLException {
        return lock(connection, source.laneName(), source);
    }

    /** The same for a lane that follows no partition, such as {@code operations}. */
    public static LaneHead lock(Connection connection, String lane) throws SQLException {
        return lock(connection, lane, null);
    }

    /**
     * Writes what was gathered and moves the lane's row.
     *
     * @param nextOffset the first offset not processed yet; -1 in a lane without a source
     */
    public static void save(Connection connection, LaneAppend append, long nextOffset) throws SQLException {
        LaneHead head = append.head();
        if (nextOffset < head.nextOffset()) {
            throw new IllegalArgumentException("nextOffset of %s must be at least %d, was %d"
                    .formatted(head.lane(), head.nextOffset(), nextOffset));
        }
        AppendRows.insert(connection, append);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, nextOffset);
            update.setLong(2, append.sequence());
            update.setBytes(3, append.hash());
            update.setLong(4, append.outboxEnd());
            update.setString(5, head.lane());
            update.setLong(6, head.sequence());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Lane " + head.lane() + " has moved: it was saved without its lock");
            }
        }
    }

    private static LaneHead lock(Connection connection, String lane, @Nullable SourcePartition source)
            throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Lane " + lane + " can be locked only within a transaction");
        }
        Optional<LaneHead> known = select(connection, lane);
        if (known.isPresent()) {
            return known.get();
        }
        insert(connection, lane, source);
        return select(connection, lane)
                .orElseThrow(() -> new IllegalStateException("Lane " + lane + " vanished after it was made"));
    }

    private static Optional<LaneHead> select(Connection connection, String lane) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, lane);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new LaneHead(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                HexFormat.of().formatHex(row.getBytes(4)),
                                row.getLong(5),
                                row.getLong(6)))
                        : Optional.empty();
            }
        }
    }

    private static void insert(Connection connection, String lane, @Nullable SourcePartition source)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, lane);
            insert.setString(2, source == null ? null : source.topic());
            insert.setString(3, source == null ? null : source.topicId());
            insert.setObject(4, source == null ? null : source.partition(), Types.INTEGER);
            insert.setLong(5, source == null ? WITHOUT_SOURCE : 0);
            insert.setBytes(6, Canonical.genesis(lane));
            insert.executeUpdate();
        }
    }
}
