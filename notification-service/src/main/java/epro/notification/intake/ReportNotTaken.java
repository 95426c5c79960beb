package epro.notification.intake;

import java.sql.SQLException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A report could not be taken for now; it is brought again until it can. Its message names causes, never data. */
final class ReportNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportNotTaken(TopicPartition partition, Throwable cause) {
        super(partition + " waits and is tried again: " + describe(cause));
    }

    /** The classes of the failure and its causes, with the database's SQLSTATE where there is one. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException refused) {
                text.append(' ').append(refused.getSQLState());
            }
        }
        return text.toString();
    }
}
