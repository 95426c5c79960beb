package epro.processing.deadletter;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.OutboxEvent;
import epro.processing.listing.Conditions;
import epro.processing.listing.Cursor;
import epro.processing.listing.Page;
import epro.schemas.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in quarantine. A replay is one audit entry and one event of the lane {@code operations}, both or neither; the pipeline
 * then reads the record at its new place in the log as any other.
 */
@Component
class Quarantine {
    private static final String REPLAYED = "DEAD_LETTER_REPLAYED";
    /** Less than the topic of submissions takes (1,048,588), by what a batch and its framing cost. */
    private static final int BYTES_MAX = 1_000_000;

    /** A quarantined record has no key of its own that a cursor could hold; one is made of its place. */
    private static final String LETTERS = """
            SELECT *, (SELECT max(recorded_at) FROM audit_entry WHERE action = 'DEAD_LETTER_REPLAYED'
                AND entity = concat_ws('/', letter.topic_id, letter.partition, letter.record_offset)) AS replayed_at
            FROM (SELECT topic_id, partition, record_offset, reason, octet_length(record_value) AS bytes, stored_at,
                    md5(concat_ws('/', topic_id, partition, record_offset))::uuid AS place_key FROM quarantine) AS letter
            """;

    private static final String BYTES = """
            SELECT record_key, record_value, headers FROM quarantine
            WHERE topic_id = ? AND partition = ? AND record_offset = ?""";

    private final JdbcClient jdbc;
    private final LaneTransactions lanes;
    private final InstantSource clock;
    private final JsonMapper json;

    Quarantine(JdbcClient jdbc, LaneTransactions lanes, InstantSource clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.clock = clock;
        this.json = json;
    }

    /** Where a record stands in the log. */
    record Place(String topicId, int partition, long offset) {
        String text() {
            return topicId + "/" + partition + "/" + offset;
        }
    }

    private record Row(DeadLetter letter, UUID placeKey) {}

    /** A page in the order of storage. */
    Page<DeadLetter> list(DeadLetterFilter filter) {
        Conditions conditions = new Conditions()
                .equal("reason", filter.reason())
                .from("stored_at", filter.since())
                .behind("stored_at, place_key", Cursor.parse(filter.cursor()));
        List<Row> rows = jdbc.sql(
                        LETTERS + conditions.where() + " ORDER BY stored_at, place_key LIMIT " + filter.rows())
                .params(conditions.values())
                .query(Quarantine::row)
                .list();
        boolean more = rows.size() == filter.rows();
        String next = more
                ? new Cursor(rows.getLast().letter().storedAt(), rows.getLast().placeKey()).text()
                : null;
        return new Page<>(rows.stream().map(Row::letter).toList(), next);
    }

    /** Has it sent through the topic once more, with its own key and value; its headers as the quarantine has them, as text. */
    Replayed replay(Place place, String actor) {
        Optional<OutboxEvent> original = original(place);
        if (original.isEmpty()) {
            return new Replayed.NotThere();
        }
        if (original.get().bytes() > BYTES_MAX) {
            return new Replayed.TooLarge();
        }
        lanes.append(LaneTransactions.OPERATIONS, (_, append) -> append(append, original.get(), place, actor));
        return new Replayed.Sent(letter(place));
    }

    private Place append(LaneAppend append, OutboxEvent event, Place place, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        append.record(new AuditFact(REPLAYED, actor, place.text(), null, null, null, now, null, "{}"));
        append.emit(event);
        return place;
    }

    private Optional<OutboxEvent> original(Place place) {
        return jdbc.sql(BYTES)
                .params(place.topicId(), place.partition(), place.offset())
                .query((row, _) -> {
                    Map<String, String> headers = new LinkedHashMap<>(
                            json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}));
                    headers.put("epro-replay", "dead-letter");
                    return new OutboxEvent(
                            Topics.SUBMISSIONS, row.getBytes("record_key"), row.getBytes("record_value"), headers);
                })
                .optional();
    }

    private DeadLetter letter(Place place) {
        return jdbc.sql(LETTERS + "WHERE topic_id = ? AND partition = ? AND record_offset = ?")
                .params(place.topicId(), place.partition(), place.offset())
                .query(Quarantine::row)
                .single()
                .letter();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new DeadLetter(
                        row.getString("topic_id"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getString("reason"),
                        row.getObject("bytes", Integer.class) == null ? null : row.getLong("bytes"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("replayed_at", OffsetDateTime.class))),
                row.getObject("place_key", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
