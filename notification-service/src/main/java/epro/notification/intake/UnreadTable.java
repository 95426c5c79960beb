package epro.notification.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnreadTable {
    private final JdbcClient jdbc;

    UnreadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false if it stands there already. */
    boolean add(Unread unread, Instant now) {
        ConsumedEvent event = unread.event();
        return jdbc.sql("""
                        INSERT INTO unread_event (topic, partition, record_offset, value_hash, record_key, record_value, reason, kept_at)
                        VALUES (:topic, :partition, :offset, :hash, :key, :value, :reason, :at) ON CONFLICT DO NOTHING""")
                        .param("topic", event.topic())
                        .param("partition", event.partition())
                        .param("offset", event.offset())
                        .param("hash", hash(event.value()))
                        .param("key", event.key())
                        .param("value", event.value())
                        .param("reason", unread.reason())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The bytes as they were kept. */
    Optional<ConsumedEvent> event(long id) {
        return jdbc.sql("SELECT * FROM unread_event WHERE unread_id = ?")
                .param(id)
                .query((row, _) -> new ConsumedEvent(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getBytes("record_key"),
                        row.getBytes("record_value")))
                .optional();
    }

    Item item(long id) {
        return jdbc.sql(Item.SELECT + "WHERE unread_id = ?")
                .param(id)
                .query(UnreadTable::item)
                .single();
    }

    /** The newest first, from before this one. */
    List<Item> before(long id, int most) {
        return jdbc.sql(Item.SELECT + "WHERE unread_id < ? ORDER BY unread_id DESC LIMIT ?")
                .params(id, most)
                .query(UnreadTable::item)
                .list();
    }

    /** It has been read after all. */
    void replayed(long id, String actor, Instant at) {
        jdbc.sql("UPDATE unread_event SET replayed_at = ?, replayed_by = ? WHERE unread_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), actor, id)
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("unread_id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "kept_at")),
                instant(row, "replayed_at"),
                row.getString("replayed_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String hash(byte @Nullable [] value) {
        try {
            byte[] content = value == null ? new byte[0] : value;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A kept record without its bytes, which are a patient's.
     *
     * @param replayedAt when it was read after all; null if it has not been
     */
    record Item(
            String id,
            String topic,
            int partition,
            long offset,
            String reason,
            Instant keptAt,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy) {
        private static final String SELECT = """
                SELECT unread_id, topic, partition, record_offset, reason, kept_at, replayed_at, replayed_by FROM unread_event
                """;
    }
}
