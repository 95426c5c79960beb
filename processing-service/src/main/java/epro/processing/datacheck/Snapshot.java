package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The database as it stood at one moment. It may be looked at longer than transactions may last elsewhere in the service,
 * since it only reads and locks nobody out.
 */
record Snapshot(Connection connection) implements AutoCloseable {

    static Snapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL transaction_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'");
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
