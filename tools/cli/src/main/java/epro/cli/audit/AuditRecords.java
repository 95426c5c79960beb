package epro.cli.audit;

import epro.cli.audit.export.CheckpointSource;
import epro.lane.ChainSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What is verified, as it stood at one moment: the chains of the services, and the topic's checkpoints over them. */
interface AuditRecords extends CheckpointSource, AutoCloseable {

    /** Those whose chains are there. */
    List<Chains> services() throws SQLException;

    /** Of one of those. */
    ChainSource chains(Chains service) throws SQLException;

    /** What can be seen to be wrong before anything is recomputed. */
    List<Verdict.Finding> faults() throws IOException;

    @Override
    void close() throws SQLException;
}
