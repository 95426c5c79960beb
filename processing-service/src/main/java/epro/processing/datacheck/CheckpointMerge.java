package epro.processing.datacheck;

import epro.lane.Checkpoint;
import epro.lane.CheckpointVerifier;
import epro.lane.Checkpoints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Walks along the topic and the table at the same time; both are in the order of epochs and numbers. */
final class CheckpointMerge implements AutoCloseable {

    private static final String SERVICE = "processing";
    private static final Comparator<Checkpoint> ORDER =
            Comparator.comparingInt(Checkpoint::epoch).thenComparingLong(Checkpoint::number);

    private final Connection connection;
    private final Progress progress;
    private final CheckpointVerifier verifier;
    private final Deque<Checkpoint> page = new ArrayDeque<>();
    private @Nullable Checkpoint lastRead;
    private @Nullable Checkpoint lastSeen;

    CheckpointMerge(Connection connection, String fingerprint, Progress progress) throws SQLException {
        this.connection = connection;
        this.progress = progress;
        this.verifier = new CheckpointVerifier(fingerprint, connection, fault -> ChainCheck.note(fault, progress));
    }

    static boolean ofThisService(Checkpoint checkpoint) {
        return checkpoint.service().equals(SERVICE);
    }

    /**
     * The topic's next checkpoint, or one that it repeats.
     *
     * @param mustBeStored whether the database must know it; one that came after the snapshot it can't
     */
    void accept(Checkpoint published, boolean mustBeStored) throws SQLException {
        if (lastSeen != null && ORDER.compare(published, lastSeen) <= 0) {
            verifier.accept(published);
            return;
        }
        lastSeen = published;
        missOnTopicUntil(published);
        Checkpoint stored = peek();
        boolean sameNumber = stored != null && ORDER.compare(stored, published) == 0;
        if (sameNumber) {
            page.remove();
            if (!published.equals(stored)) {
                found(Code.CHECKPOINT_DIFFERS, published, "the topic has another than the database");
            }
        } else if (mustBeStored) {
            found(Code.CHECKPOINT_MISSING, published, "on the topic, but not in the database");
        }
        if (sameNumber || mustBeStored) {
            verifier.accept(published);
            progress.compared(Counted.CHECKPOINTS, 1);
        }
    }

    /** What the table still has is not on the topic. */
    @Override
    public void close() throws SQLException {
        missOnTopicUntil(null);
        verifier.close();
    }

    private void missOnTopicUntil(@Nullable Checkpoint published) throws SQLException {
        Checkpoint stored = peek();
        while (stored != null && (published == null || ORDER.compare(stored, published) < 0)) {
            found(Code.CHECKPOINT_MISSING, page.remove(), "in the database, but not on the topic");
            stored = peek();
        }
    }

    private @Nullable Checkpoint peek() throws SQLException {
        if (page.isEmpty()) {
            int epoch = lastRead == null ? 0 : lastRead.epoch();
            long number = lastRead == null ? 0 : lastRead.number();
            page.addAll(Checkpoints.after(connection, SERVICE, epoch, number));
            lastRead = page.isEmpty() ? lastRead : page.getLast();
        }
        return page.peek();
    }

    private void found(Code code, Checkpoint checkpoint, String detail) {
        String subject = "checkpoints/%s/%d/%d".formatted(SERVICE, checkpoint.epoch(), checkpoint.number());
        progress.found(code, subject, detail);
    }
}
