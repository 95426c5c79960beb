package epro.benchmarks.processing;

import java.sql.SQLException;
import java.util.List;

/** A plain way of storing what a poll of one partition has brought. Safe for use by one thread a partition. */
interface PlainStore {

    /**
     * Returns when all is committed.
     *
     * @param atEachCommit told how many records are stored by then, counted from the first of these
     */
    void store(List<PlainRow> rows, Commits atEachCommit) throws SQLException;

    /** How many records are stored, once each. */
    long stored() throws SQLException;

    /** Whether all that was promised of what is stored holds. */
    boolean holds() throws SQLException;

    /** Hears of each commit. */
    @FunctionalInterface
    interface Commits {
        void committed(int records);
    }
}
