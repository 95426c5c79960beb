package epro.lane;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts the entries and events of one {@link LaneAppend}, each kind by one statement. */
final class AppendRows {

    private static final String ENTRIES = """
            INSERT INTO audit_entry (lane, sequence, action, actor, entity, content_hash, device_time, received_at,
                recorded_at, topic_id, partition, record_offset, detail, canonical, hash)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::text[], ?::integer[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])""";
    private static final String EVENTS = """
            INSERT INTO outbox (lane, sequence, topic, key, value, headers)
            SELECT ?, event.sequence, topic, key, value, coalesce(headers, '{}')
            FROM unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[]) AS event (sequence, topic, key, value)
            LEFT JOIN (
                SELECT sequence, array_agg(text ORDER BY place) AS headers
                FROM unnest(?::bigint[], ?::bytea[]) WITH ORDINALITY AS header (sequence, text, place)
                GROUP BY sequence) headers ON headers.sequence = event.sequence""";

    private AppendRows() {}

    static void insert(Connection connection, LaneAppend append) throws SQLException {
        insertEntries(connection, append.entries());
        insertEvents(connection, append);
    }

    static void insertEntries(Connection connection, List<LinkedEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            Arrays<LinkedEntry> arrays = new Arrays<>(connection, insert, entries);
            arrays.setTexts(1, linked -> linked.entry().lane());
            arrays.set(2, "int8", linked -> linked.entry().sequence());
            arrays.setTexts(3, linked -> linked.entry().fact().action());
            arrays.setTexts(4, linked -> linked.entry().fact().actor());
            arrays.setTexts(5, linked -> linked.entry().fact().entity());
            arrays.setTexts(6, linked -> linked.entry().fact().contentHash());
            arrays.setTexts(7, linked -> linked.entry().fact().deviceTime());
            arrays.set(8, "timestamptz", linked -> text(linked.entry().fact().receivedAt()));
            arrays.set(9, "timestamptz", linked -> text(linked.entry().fact().recordedAt()));
            arrays.setTexts(10, linked -> of(linked, Position::topicId));
            arrays.set(11, "int4", linked -> of(linked, Position::partition));
            arrays.set(12, "int8", linked -> of(linked, Position::offset));
            arrays.setTexts(13, linked -> linked.entry().fact().detail());
            arrays.setBytes(14, LinkedEntry::canonical);
            arrays.setBytes(15, LinkedEntry::hash);
            insert.executeUpdate();
        }
    }

    private record Numbered(long sequence, OutboxEvent event) {}

    private record Header(long sequence, String text) {}

    private static void insertEvents(Connection connection, LaneAppend append) throws SQLException {
        if (append.events().isEmpty()) {
            return;
        }
        List<Numbered> events = new ArrayList<>();
        for (OutboxEvent event : append.events()) {
            events.add(new Numbered(append.head().outboxEnd() + events.size() + 1, event));
        }
        List<Header> headers = events.stream().flatMap(AppendRows::headers).toList();
        try (PreparedStatement insert = connection.prepareStatement(EVENTS)) {
            insert.setString(1, append.head().lane());
            Arrays<Numbered> arrays = new Arrays<>(connection, insert, events);
            arrays.set(2, "int8", Numbered::sequence);
            arrays.setTexts(3, numbered -> numbered.event().topic());
            arrays.setBytes(4, numbered -> numbered.event().key());
            arrays.setBytes(5, numbered -> numbered.event().value());
            Arrays<Header> texts = new Arrays<>(connection, insert, headers);
            texts.set(6, "int8", Header::sequence);
            texts.setBytes(7, header -> header.text().getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    /** Name, value, name, value, … */
    private static Stream<Header> headers(Numbered numbered) {
        return numbered.event().headers().entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .map(text -> new Header(numbered.sequence(), text));
    }

    private static <T> @Nullable T of(LinkedEntry linked, Function<Position, T> part) {
        Position position = linked.entry().fact().position();
        return position == null ? null : part.apply(position);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** Binds an array for each column. */
    private record Arrays<T>(Connection connection, PreparedStatement statement, List<T> rows) {
        void set(int parameter, String type, Function<T, @Nullable Object> column) throws SQLException {
            statement.setArray(
                    parameter,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }

        /** The driver sends an array of strings as they are, one of objects as a text that is taken apart again. */
        void setTexts(int parameter, Function<T, @Nullable String> column) throws SQLException {
            String[] values = rows.stream().map(column).toArray(String[]::new);
            statement.setArray(parameter, connection.createArrayOf("text", values));
        }

        void setBytes(int parameter, Function<T, byte @Nullable []> column) throws SQLException {
            byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
            statement.setArray(parameter, connection.createArrayOf("bytea", values));
        }
    }
}
