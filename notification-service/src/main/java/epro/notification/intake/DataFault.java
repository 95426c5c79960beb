package epro.notification.intake;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a report that the database can never hold from a database that can't answer for now. */
final class DataFault {
    private static final String DATA_EXCEPTION = "22";
    private static final String LIMIT_EXCEEDED = "54000";

    private DataFault() {}

    static boolean isIn(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isDataFault(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDataFault(@Nullable String state) {
        return state != null && (state.startsWith(DATA_EXCEPTION) || state.equals(LIMIT_EXCEEDED));
    }
}
