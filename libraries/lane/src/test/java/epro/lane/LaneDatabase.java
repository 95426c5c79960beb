package epro.lane;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A fresh database with the lane's tables; one server for all tests of a JVM. */
final class LaneDatabase {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "lane_owner";
    static final String APP = "lane_app";
    static final String READER = "lane_reader";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "lane" + NUMBER.incrementAndGet();

    LaneDatabase() throws SQLException {
        run(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name + " OWNER " + OWNER);
        run(as(SUPERUSER), "ALTER SCHEMA public OWNER TO " + OWNER);
        run(as(OWNER), migration().replace("${appRole}", APP).replace("${readerRole}", READER));
    }

    DataSource as(String role) {
        return SERVER.getDatabase(role, name);
    }

    /** What only somebody with the superuser's rights can do: the triggers are off meanwhile. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = as(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = as(READER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String migration() {
        try (InputStream script = LaneDatabase.class.getResourceAsStream("migration/V1__lane.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            for (String role : new String[] {OWNER, APP, READER}) {
                run(server.getPostgresDatabase(), "CREATE ROLE " + role + " LOGIN");
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }
}
