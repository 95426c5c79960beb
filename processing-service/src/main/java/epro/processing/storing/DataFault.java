package epro.processing.storing;

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

    private static boolean namesOwnConstraint(SQLException error) {
        return error instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && isOwn(postgres.getServerErrorMessage().getConstraint());
    }

    private static boolean isOwn(@Nullable String constraint) {
        return constraint != null && OWN_ROW_CONSTRAINTS.contains(constraint);
    }
}
