package epro.keeper;

import epro.lane.LaneAppend;
import epro.lane.Lanes;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something and appends what happened to a lane that follows no partition: both in one transaction, or neither.
 * The lane's lock comes first, so that what is done under it becomes visible in the order of the chain.
 */
public final class LaneTransactions {
    /** The lane of what people do and of who reads one patient's data. */
    public static final String OPERATIONS = "operations";

    private static final long WITHOUT_SOURCE = -1;

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    LaneTransactions(TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Throws Spring's data access exceptions; nothing is left behind then. */
    public <T> T append(String lane, Work<T> work) {
        T result = transactions.execute(_ -> jdbc.execute((Connection connection) -> {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
            T done = work.under(connection, append);
            Lanes.save(connection, append, WITHOUT_SOURCE);
            return done;
        }));
        if (result == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return result;
    }

    /**
     * What is done under the lane's lock.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {
        T under(Connection connection, LaneAppend append) throws SQLException;
    }
}
