package epro.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database {@code epro}, its schema and its roles: no role of a service may do more than its work needs. */
final class Database {

    static final List<String> READER = List.of(
            "GRANT CONNECT ON DATABASE epro TO epro_reader",
            "ALTER ROLE epro_reader SET search_path = processing, notification, nmpa",
            "ALTER ROLE epro_reader SET default_transaction_read_only = on");

    /** What a service has to itself, for its name in the place of the sign. */
    static final List<String> SERVICE = List.of(
            "GRANT CONNECT ON DATABASE epro TO %1$s_owner, %1$s_app",
            "CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s_owner",
            "GRANT USAGE ON SCHEMA %1$s TO %1$s_app, epro_reader",
            "ALTER DEFAULT PRIVILEGES FOR ROLE %1$s_owner IN SCHEMA %1$s GRANT SELECT ON TABLES TO epro_reader",
            "ALTER ROLE %1$s_owner SET search_path = %1$s",
            "ALTER ROLE %1$s_app SET search_path = %1$s");

    static final List<String> SERVICES = List.of("processing", "notification", "nmpa");

    private final int port;
    private final Passwords passwords;

    Database(int port, Passwords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    int port() {
        return port;
    }

    /** The same, spoken to on another port. */
    Database at(int otherPort) {
        return new Database(otherPort, passwords);
    }

    DatabaseAccess access(DatabaseRole role) {
        String url = "jdbc:postgresql://127.0.0.1:%d/epro?currentSchema=%s&logServerErrorDetail=false"
                .formatted(port, role.searchPath());
        return new DatabaseAccess(url, role.text(), passwords.of(role));
    }

    /** The server's owner in its own database, which is always there. */
    Connection maintenance() throws SQLException {
        DatabaseAccess owner = access(DatabaseRole.POSTGRES);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=2&socketTimeout=30".formatted(port),
                owner.user(),
                owner.password());
    }

    /** Makes what is missing of database, roles and schema; safe to repeat. */
    void prepare() {
        try {
            try (Connection server = maintenance()) {
                for (DatabaseRole role : DatabaseRole.values()) {
                    makeRole(server, role);
                }
                if (!found(server, "SELECT 1 FROM pg_database WHERE datname = ?", "epro")) {
                    execute(server, "CREATE DATABASE epro");
                }
            }
            try (Connection epro = access(DatabaseRole.POSTGRES).connect()) {
                execute(epro, "REVOKE ALL ON DATABASE epro FROM PUBLIC");
                for (String service : SERVICES) {
                    for (String statement : SERVICE) {
                        execute(epro, statement.formatted(service));
                    }
                }
                for (String statement : READER) {
                    execute(epro, statement);
                }
            }
        } catch (SQLException e) {
            throw new StackFailure("The database can't be set up: " + e.getMessage());
        }
    }

    private void makeRole(Connection server, DatabaseRole role) throws SQLException {
        if (!found(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.text())) {
            execute(server, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role.text(), passwords.of(role)));
        }
    }

    private static boolean found(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
