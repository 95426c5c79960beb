package epro.processing.storing;

import epro.schemas.codec.RegistryUnavailable;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Tells errors that one record's data cause from errors of the infrastructure. */
final class DataFault {
    private static final Set<String> OWN_ROW_CONSTRAINTS = Set.of("submission_state");

    private DataFault() {}

    /**
     * Class 22 (data exception), 54000 (program limit exceeded) and our own named row constraints. A missing partition
     * raises 23514 like a check constraint does, but names none of ours: infrastructure.
     */
    static boolean isOne(SQLException error) {
        for (SQLException e = error; e != null; e = e.getNextException()) {
            String state = e.getSQLState();
            if (state != null && (state.startsWith("22") || state.equals("54000") || namesOwnConstraint(e))) {
                return true;
            }
        }
        return false;
    }

    /** What the database holds against the data, as a reason; throws the error again where it has another cause. */
    static String of(SQLException error) throws SQLException {
        if (!isOne(error)) {
            throw error;
        }
        return "refused by the database: " + error.getSQLState();
    }

    /** Our own code stumbled over the data: its class as a reason. That the registry is away is no fault of theirs. */
    static String of(RuntimeException error) {
        if (error instanceof RegistryUnavailable) {
            throw error;
        }
        return error.getClass().getName();
    }

    private static boolean namesOwnConstraint(SQLException error) {
        return error instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && isOwn(postgres.getServerErrorMessage().getConstraint());
    }

    private static boolean isOwn(@Nullable String constraint) {
        return constraint != null && OWN_ROW_CONSTRAINTS.contains(constraint);
    }
}
