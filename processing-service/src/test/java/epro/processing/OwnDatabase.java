package epro.processing;

import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database on the tests' server, with the roles of the real one; it is gone when it is closed. */
public final class OwnDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "own" + NUMBER.incrementAndGet();

    public OwnDatabase() {
        RunningProcessing.superuser().sql("CREATE DATABASE " + name).update();
        for (String statement : new String[] {
            "CREATE SCHEMA processing AUTHORIZATION processing_owner",
            "GRANT USAGE ON SCHEMA processing TO processing_app, epro_reader"
        }) {
            as(DatabaseRole.POSTGRES).sql(statement).update();
        }
    }

    /** As a deployment of that version did it, before there were callbacks. */
    public void migrateTo(String version) {
        flyway(version, true).migrate();
    }

    /** As every start of the service does it. */
    public void migrate() {
        flyway("latest", false).migrate();
    }

    public JdbcClient as(DatabaseRole role) {
        DatabaseAccess access = access(role);
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()));
    }

    /** Within a transaction. */
    public Connection connect(DatabaseRole role) throws SQLException {
        DatabaseAccess access = access(role);
        Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        RunningProcessing.superuser()
                .sql("DROP DATABASE " + name + " WITH (FORCE)")
                .update();
    }

    private Flyway flyway(String version, boolean skipCallbacks) {
        DatabaseAccess owner = access(DatabaseRole.PROCESSING_OWNER);
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .schemas("processing")
                .createSchemas(false)
                .locations("classpath:epro/lane/migration", "classpath:db/migration")
                .placeholders(Map.of("appRole", "processing_app", "readerRole", "epro_reader"))
                .skipDefaultCallbacks(skipCallbacks)
                .target(version)
                .load();
    }

    private DatabaseAccess access(DatabaseRole role) {
        DatabaseAccess shared = RunningProcessing.stack().database(role);
        return new DatabaseAccess(shared.url().replace("/epro?", "/" + name + "?"), shared.user(), shared.password());
    }
}
