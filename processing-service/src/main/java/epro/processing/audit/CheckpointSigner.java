package epro.processing.audit;

import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.Checkpoints;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.lane.OutboxEvent;
import epro.lane.SigningKey;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes the next checkpoint when a chain has moved since the last one.
 *
 * <ul>
 *   <li>One signer at a time, over all replicas: who does not get the advisory lock leaves it to who has it.
 *   <li>The checkpoint's row and its event are committed together; numbers have no gaps.
 *   <li>Publishing it adds no audit entry, so a quiet system signs nothing.
 * </ul>
 */
class CheckpointSigner {

    static final String SERVICE = "processing";
    static final String LANE = "checkpoints";

    private static final String ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(hashtext('epro.checkpoint-signer'))";
    private static final UUID NAMESPACE = UUID.fromString("2a7b9f6e-6c1b-4c0e-9a3b-0f4f6d5f4f52");
    private static final String TYPE = "epro.audit.checkpoint";
    private static final String SOURCE = "/processing-service";
    private static final long NO_OFFSET = -1;

    private final DataSource dataSource;
    private final SigningKey key;
    private final RecordCodec codec;
    private final InstantSource clock;

    CheckpointSigner(DataSource dataSource, SigningKey key, RecordCodec codec, InstantSource clock) {
        this.dataSource = dataSource;
        this.key = key;
        this.codec = codec;
        this.clock = clock;
    }

    /** Signs and stores the next checkpoint; empty if nothing has moved or somebody else is signing. */
    Optional<Checkpoint> signIfMoved() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Checkpoint> signed = locked(connection) ? next(connection) : Optional.empty();
            if (signed.isPresent()) {
                store(connection, signed.get());
            }
            connection.commit();
            return signed;
        }
    }

    private Optional<Checkpoint> next(Connection connection) throws SQLException {
        Optional<Checkpoint> last = Checkpoints.last(connection, SERVICE);
        List<ChainHead> heads = Checkpoints.heads(connection);
        boolean moved = !heads.equals(last.map(Checkpoint::heads).orElse(List.of()));
        return moved ? Optional.of(key.next(SERVICE, last, heads, clock.instant())) : Optional.empty();
    }

    private void store(Connection connection, Checkpoint checkpoint) throws SQLException {
        Checkpoints.insert(connection, checkpoint);
        LaneAppend append = new LaneAppend(Lanes.lock(connection, LANE));
        append.emit(event(checkpoint));
        Lanes.save(connection, append, NO_OFFSET);
    }

    private OutboxEvent event(Checkpoint checkpoint) {
        UUID id = Keys.nameBased(
                NAMESPACE, SERVICE, Integer.toString(checkpoint.epoch()), Long.toString(checkpoint.number()));
        Map<String, String> headers = CloudEventHeaders.of(id.toString(), TYPE, SOURCE, checkpoint.signedAt())
                .asMap();
        return new OutboxEvent(
                Topics.AUDIT_CHECKPOINTS,
                SERVICE.getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.AUDIT_CHECKPOINTS, CheckpointEvents.toEvent(checkpoint)),
                headers);
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
