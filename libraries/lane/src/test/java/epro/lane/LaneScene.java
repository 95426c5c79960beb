package epro.lane;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The words in which the tests tell what happens to a lane. */
final class LaneScene {

    static final SourcePartition SOURCE = new SourcePartition("epro.submissions.v1", "7Yy1qDdkQ0mYk2cWm0x4Zw", 3);
    static final String LANE = SOURCE.laneName();
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    final LaneDatabase database;

    LaneScene() throws SQLException {
        database = new LaneDatabase();
    }

    static AuditFact stored(long offset) {
        Position position = new Position(SOURCE.topicId(), SOURCE.partition(), offset);
        return new AuditFact(
                "STORED",
                "processing",
                "entity-" + offset,
                "c0ffee",
                "2026-03-01T13:00+01:00",
                NOON,
                NOON,
                position,
                "{}");
    }

    static AuditFact done(String what) {
        return new AuditFact(what, "ops", "something", null, null, null, NOON, null, "{}");
    }

    static OutboxEvent event(long number) {
        byte[] content = Long.toString(number).getBytes(StandardCharsets.UTF_8);
        return new OutboxEvent("topic", content, content, Map.of("ce_id", "event-" + number, "odd", "\0"));
    }

    /** Entries for so many offsets from 0 on, one transaction each. */
    LaneScene withEntries(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            long offset = i;
            append(append -> append.record(stored(offset)), offset + 1);
        }
        return this;
    }

    LaneScene withEvents(int count) throws SQLException {
        append(
                append -> {
                    for (int i = 1; i <= count; i++) {
                        append.emit(event(i));
                    }
                },
                0);
        return this;
    }

    void append(Consumer<LaneAppend> work, long nextOffset) throws SQLException {
        try (Connection connection = connect(LaneDatabase.APP)) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, SOURCE));
            work.accept(append);
            Lanes.save(connection, append, nextOffset);
            connection.commit();
        }
    }

    void appendTo(String lane, AuditFact fact) throws SQLException {
        try (Connection connection = connect(LaneDatabase.APP)) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
            append.record(fact);
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    ChainReport verified(String lane) throws SQLException {
        try (Connection connection = connect(LaneDatabase.READER)) {
            return new ChainVerifier(connection).verify(lane, () -> {});
        }
    }

    Checkpoint sign(SigningKey key) throws SQLException {
        try (Connection connection = connect(LaneDatabase.APP)) {
            Optional<Checkpoint> last = Checkpoints.last(connection, "processing");
            Checkpoint next = key.next("processing", last, Checkpoints.heads(connection), NOON);
            Checkpoints.insert(connection, next);
            connection.commit();
            return next;
        }
    }

    /** As somebody would who has every right in the database: the lane's row fits again. */
    void cutBackTo(long sequence) throws SQLException {
        database.tamper(
                "DELETE FROM audit_entry WHERE sequence > " + sequence,
                "UPDATE lane SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry WHERE sequence = "
                        + sequence + ")");
    }

    Connection connect(String role) throws SQLException {
        Connection connection = database.as(role).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
