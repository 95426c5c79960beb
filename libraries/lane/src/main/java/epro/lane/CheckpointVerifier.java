package epro.lane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a service's checkpoints, in order, against a pinned key, against each other, and against the chains in the database.
 * Finds what no chain can prove of itself: a tail that was cut off, a chain that was hashed anew from some entry on.
 *
 * <p>A restore from backup opens an epoch, whose first checkpoint cites the last of the one before; what that one had anchored
 * and the chains do not hold any more is then reported as lost, once a lane.
 *
 * <p>A checkpoint that comes again, as a publisher's repeat does, is proved again but is no fault. Memory does not grow with
 * their number, only with what is wrong. For one thread.
 */
public final class CheckpointVerifier implements AutoCloseable {

    private final String pinnedFingerprint;
    private final Consumer<ChainFinding> findings;
    private final Anchors anchors;
    private @Nullable Checkpoint last;
    private long count;

    /**
     * Begins before the first checkpoint.
     *
     * @param chains the connection through which the chains' entries are looked up
     * @param findings told of every fault; those of the chains in groups, the last at {@link #close}
     */
    public CheckpointVerifier(String pinnedFingerprint, Connection chains, Consumer<ChainFinding> findings)
            throws SQLException {
        this(pinnedFingerprint, new ChainTables(chains), findings);
    }

    /** The same for chains that lie elsewhere. */
    public CheckpointVerifier(String pinnedFingerprint, ChainSource chains, Consumer<ChainFinding> findings) {
        this.pinnedFingerprint = pinnedFingerprint;
        this.findings = findings;
        this.anchors = new Anchors(chains, findings);
    }

    /** The next on the topic. One that would open an epoch without the right signature is reported and opens none. */
    public void accept(Checkpoint checkpoint) throws SQLException {
        boolean sound = isSound(checkpoint);
        boolean opening = last != null && checkpoint.epoch() > last.epoch();
        boolean bygone = last != null && checkpoint.epoch() < last.epoch();
        if (bygone || (opening && !sound)) {
            return;
        }
        if (opening) {
            anchors.endEpoch();
        }
        if (last == null || order(checkpoint, last) > 0) {
            checkPlace(checkpoint);
            count++;
            last = checkpoint;
        }
        for (ChainHead head : checkpoint.heads()) {
            anchors.add(head);
        }
    }

    /** How many different checkpoints there were. */
    public long count() {
        return count;
    }

    public Optional<Checkpoint> last() {
        return Optional.ofNullable(last);
    }

    /** For each lane the newest sequence that a checkpoint of the newest epoch names. */
    public Map<String, Long> anchored() {
        return anchors.newest();
    }

    @Override
    public void close() throws SQLException {
        anchors.end();
    }

    private boolean isSound(Checkpoint checkpoint) {
        boolean signed = false;
        if (!pinnedFingerprint.equals(checkpoint.keyFingerprint())
                || !pinnedFingerprint.equals(fingerprint(checkpoint))) {
            found(checkpoint, ChainFault.CHECKPOINT_KEY);
        } else if (!Ed25519.verifies(checkpoint.publicKey(), checkpoint.signedBytes(), checkpoint.signature())) {
            found(checkpoint, ChainFault.CHECKPOINT_SIGNATURE);
        } else {
            signed = true;
        }
        if (!Checkpoint.rootOf(checkpoint.heads()).equals(checkpoint.root())) {
            found(checkpoint, ChainFault.CHECKPOINT_ROOT);
            return false;
        }
        return signed;
    }

    private void checkPlace(Checkpoint checkpoint) {
        boolean newEpoch = last == null || checkpoint.epoch() > last.epoch();
        long expected = newEpoch || last == null ? 1 : last.number() + 1;
        if (checkpoint.number() != expected) {
            found(checkpoint, ChainFault.CHECKPOINT_MISSING);
        } else if (!checkpoint.previousRoot().equals(last == null ? "" : last.root())) {
            found(checkpoint, ChainFault.CHECKPOINT_CHAIN);
        }
    }

    private void found(Checkpoint checkpoint, ChainFault fault) {
        String row = "checkpoints/" + checkpoint.service() + "/" + checkpoint.epoch();
        findings.accept(new ChainFinding(row, checkpoint.number(), fault));
    }

    private static String fingerprint(Checkpoint checkpoint) {
        try {
            return HexFormat.of().formatHex(Canonical.sha256(HexFormat.of().parseHex(checkpoint.publicKey())));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static int order(Checkpoint one, Checkpoint other) {
        int byEpoch = Integer.compare(one.epoch(), other.epoch());
        return byEpoch == 0 ? Long.compare(one.number(), other.number()) : byEpoch;
    }
}
