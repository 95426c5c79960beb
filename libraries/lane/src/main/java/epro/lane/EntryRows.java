package epro.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the columns of {@code audit_entry}, by their places: there are many rows. */
final class EntryRows {

    static final String SELECT = """
            SELECT sequence, action, actor, entity, content_hash, device_time, received_at, recorded_at,
                topic_id, partition, record_offset, detail, canonical, hash
            FROM audit_entry WHERE lane = ? ORDER BY sequence""";

    private EntryRows() {}

    static StoredEntry read(String lane, ResultSet row) throws SQLException {
        AuditFact fact = new AuditFact(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                Objects.requireNonNullElse(instant(row, 8), Instant.EPOCH),
                position(row),
                row.getString(12));
        return new StoredEntry(lane, row.getLong(1), fact, bytes(row, 13), bytes(row, 14));
    }

    /** Only somebody who took the column's constraint away can have left it empty. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        return Position.ofColumns(row.getString(9), row.getObject(10, Integer.class), row.getObject(11, Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
