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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the next checkpoint when a chain has moved since the last one.
 *
 * <ul>
 *   <li>One signer at a time, over all replicas: who does not get the advisory lock leaves it to who has it.
 *   <li>The checkpoint's row and its event are committed together; numbers have no gaps.
 *   <li>Publishing it adds no audit entry, so a quiet system signs nothing.
 *   <li>A database that does not hold the newest checkpoint on the topic was restored from a backup: it opens a new epoch,
 *       audited, whose first checkpoint cites that one, instead of numbering on as if nothing had been lost.
 * </ul>
 */
class CheckpointSigner {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);

    static final String LANE = "checkpoints";

    private static final String ONE_AT_A_TIME =
            "SELECT pg_try_advisory_xact_lock(hashtext('epro.checkpoint-signer/' || ?))";
    private static final long NO_OFFSET = -1;

    private final DataSource dataSource;
    private final CheckpointFactory checkpoints;
    private final PublishedCheckpoints published;

    CheckpointSigner(DataSource dataSource, CheckpointFactory checkpoints, PublishedCheckpoints published) {
        this.dataSource = dataSource;
        this.checkpoints = checkpoints;
        this.published = published;
    }

    /** Signs and stores the next checkpoint; empty if nothing has moved or somebody else is signing. */
    Optional<Checkpoint> signIfMoved() throws SQLException {
        // Before the database is looked at: what is on the topic was committed there before.
        Optional<Checkpoint> newest = published.newest();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Checkpoint> signed = locked(connection) ? next(connection, newest) : Optional.empty();
            if (signed.isPresent()) {
                store(connection, signed.get());
            }
            connection.commit();
            return signed;
        }
    }

    private Optional<Checkpoint> next(Connection connection, Optional<Checkpoint> newest) throws SQLException {
        Optional<Checkpoint> last = Checkpoints.last(connection, checkpoints.service());
        if (newest.isPresent() && wasRestored(connection, newest.get(), last)) {
            return Optional.of(openEpoch(connection, newest.get(), last));
        }
        List<ChainHead> heads = Checkpoints.heads(connection);
        boolean moved = !heads.equals(last.map(Checkpoint::heads).orElse(List.of()));
        return moved ? Optional.of(checkpoints.next(last, heads)) : Optional.empty();
    }

    /** An epoch that is opened but not published yet is not opened again. */
    private static boolean wasRestored(Connection connection, Checkpoint newest, Optional<Checkpoint> last)
            throws SQLException {
        boolean opened = last.isPresent() && last.get().epoch() > newest.epoch();
        return !opened && !Checkpoints.hold(connection, newest);
    }

    private Checkpoint openEpoch(Connection connection, Checkpoint cited, Optional<Checkpoint> last)
            throws SQLException {
        int epoch = Math.max(cited.epoch(), last.map(Checkpoint::epoch).orElse(0)) + 1;
        LaneAppend append = new LaneAppend(Lanes.lock(connection, LANE));
        append.record(checkpoints.opened(epoch, cited, last));
        Lanes.save(connection, append, NO_OFFSET);
        LOG.warn(
                "The database does not hold checkpoint {} of epoch {}, the newest on the topic: it was restored from a backup."
                        + " Epoch {} is opened; auditors will see what was lost.",
                cited.number(),
                cited.epoch(),
                epoch);
        return checkpoints.opening(epoch, cited, Checkpoints.heads(connection));
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
