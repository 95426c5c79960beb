package epro.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the columns of {@code audit_entry}. */
final class EntryRows {

    private EntryRows() {}

    static Entry read(String lane, ResultSet row) throws SQLException {
        AuditFact fact = new AuditFact(
                row.getString("action"),
                row.getString("actor"),
                row.getString("entity"),
                row.getString("content_hash"),
                row.getString("device_time"),
                instant(row, "received_at"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                position(row),
                row.getString("detail"));
        return new Entry(lane, row.getLong("sequence"), fact);
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        String topicId = row.getString("topic_id");
        return topicId == null ? null : new Position(topicId, row.getInt("partition"), row.getLong("record_offset"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
