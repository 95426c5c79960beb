package epro.keeper;

import epro.support.problem.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whoever can't be answered because the database or a lane is not to be had for now is asked to come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BusyAdvice {
    private static final Set<String> TOOK_TOO_LONG = Set.of("55P03", "25P03", "25P04");

    @ExceptionHandler({
        NotReadyYet.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        ProblemAnswers.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Spring has no name for the states in which PostgreSQL ends what waited too long for a lock or took too long. */
    @ExceptionHandler
    void waitedTooLong(UncategorizedSQLException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SQLException cause = failure.getSQLException();
        if (cause == null || !TOOK_TOO_LONG.contains(String.valueOf(cause.getSQLState()))) {
            throw failure;
        }
        busy(request, response);
    }
}
