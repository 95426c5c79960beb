package epro.lane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Recomputes chains from what can be read in them.
 *
 * <ul>
 *   <li>Entries stream through: memory does not grow with the chain.
 *   <li>It only reads.
 *   <li>A chain proves itself up to its end; that its end was not cut off, or the whole not hashed anew, is proved by
 *       {@link CheckpointVerifier}.
 * </ul>
 */
public final class ChainVerifier {

    private final ChainSource chains;

    /** Of chains in the database: see {@link ChainTables}. */
    public ChainVerifier(Connection connection) throws SQLException {
        this(new ChainTables(connection));
    }

    public ChainVerifier(ChainSource chains) {
        this.chains = chains;
    }

    /** Every lane that has a row or an entry, by name. */
    public List<String> lanes() throws SQLException {
        return chains.lanes();
    }

    /**
     * Goes through the whole chain.
     *
     * @param atEachEntry told after every entry, for progress; what it throws ends the verification
     */
    public ChainReport verify(String lane, Runnable atEachEntry) throws SQLException {
        ChainWalk walk = new ChainWalk(lane);
        chains.entries(lane, entry -> {
            walk.step(entry);
            atEachEntry.run();
        });
        return walk.end(chains.head(lane));
    }
}
