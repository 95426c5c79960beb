package epro.lane;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts the entries and events of one {@link LaneAppend}, each kind in one batch. */
final class AppendRows {

    private static final String ENTRY = """
            INSERT INTO audit_entry (lane, sequence, action, actor, entity, content_hash, device_time, received_at,
                recorded_at, topic_id, partition, record_offset, detail, canonical, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String EVENT = """
            INSERT INTO outbox (lane, sequence, topic, key, value, headers) VALUES (?, ?, ?, ?, ?, ?)""";

    private AppendRows() {}

    static void insert(Connection connection, LaneAppend append) throws SQLException {
        insertEntries(connection, append.entries());
        insertEvents(connection, append);
    }

    static void insertEntries(Connection connection, List<LinkedEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
            for (LinkedEntry linked : entries) {
                bind(insert, linked);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, LinkedEntry linked) throws SQLException {
        AuditFact fact = linked.entry().fact();
        Position position = fact.position();
        insert.setString(1, linked.entry().lane());
        insert.setLong(2, linked.entry().sequence());
        insert.setString(3, fact.action());
        insert.setString(4, fact.actor());
        insert.setString(5, fact.entity());
        insert.setString(6, fact.contentHash());
        insert.setString(7, fact.deviceTime());
        insert.setObject(8, utc(fact.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(9, utc(fact.recordedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setString(10, position == null ? null : position.topicId());
        insert.setObject(11, position == null ? null : position.partition(), Types.INTEGER);
        insert.setObject(12, position == null ? null : position.offset(), Types.BIGINT);
        insert.setString(13, fact.detail());
        insert.setBytes(14, linked.canonical());
        insert.setBytes(15, linked.hash());
    }

    private static void insertEvents(Connection connection, LaneAppend append) throws SQLException {
        if (append.events().isEmpty()) {
            return;
        }
        long sequence = append.head().outboxEnd();
        try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
            for (OutboxEvent event : append.events()) {
                sequence++;
                insert.setString(1, append.head().lane());
                insert.setLong(2, sequence);
                insert.setString(3, event.topic());
                insert.setBytes(4, event.key());
                insert.setBytes(5, event.value());
                insert.setArray(6, connection.createArrayOf("bytea", pairs(event.headers())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[][] pairs(Map<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
