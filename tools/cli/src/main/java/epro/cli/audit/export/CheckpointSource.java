package epro.cli.audit.export;

import epro.lane.Checkpoint;
import java.sql.SQLException;
import java.util.Optional;

/** Where the signed checkpoints of all services can be read, in their order. */
public interface CheckpointSource {

    /** Hands them over one at a time. */
    void read(Reader reader) throws SQLException, InterruptedException;

    /** Takes what stands at an offset of the topic; empty if it can't be read. */
    interface Reader {
        void accept(long offset, Optional<Checkpoint> checkpoint) throws SQLException, InterruptedException;
    }
}
