package epro.keeper;

import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.Checkpoints;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    static final String LANE = "checkpoints";

    private static final String ONE_AT_A_TIME =
            "SELECT pg_try_advisory_xact_lock(hashtext('epro.checkpoint-signer/' || ?))";
    private static final long NO_OFFSET = -1;

    private final DataSource dataSource;
    private final CheckpointFactory checkpoints;

    CheckpointSigner(DataSource dataSource, CheckpointFactory checkpoints) {
        this.dataSource = dataSource;
        this.checkpoints = checkpoints;
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
        Optional<Checkpoint> last = Checkpoints.last(connection, checkpoints.service());
        List<ChainHead> heads = Checkpoints.heads(connection);
        boolean moved = !heads.equals(last.map(Checkpoint::heads).orElse(List.of()));
        return moved ? Optional.of(checkpoints.next(last, heads)) : Optional.empty();
    }

    private void store(Connection connection, Checkpoint checkpoint) throws SQLException {
        Checkpoints.insert(connection, checkpoint);
        LaneAppend append = new LaneAppend(Lanes.lock(connection, LANE));
        append.emit(checkpoints.event(checkpoint));
        Lanes.save(connection, append, NO_OFFSET);
    }

    private boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.setString(1, checkpoints.service());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
