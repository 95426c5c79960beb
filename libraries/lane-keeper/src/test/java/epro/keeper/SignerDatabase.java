package epro.keeper;

import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database with the lane's tables in the shared server, open to everything. */
final class SignerDatabase {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final DriverManagerDataSource dataSource;

    SignerDatabase(LocalStack stack) throws IOException {
        var access = stack.database(DatabaseRole.POSTGRES);
        String name = "signer_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()))
                .sql("CREATE DATABASE " + name)
                .update();
        String url = access.url()
                .replace("/epro?", "/" + name + "?")
                .replace("currentSchema=processing", "currentSchema=public");
        dataSource = new DriverManagerDataSource(url, access.user(), access.password());
        try (InputStream script = Lanes.class.getResourceAsStream("migration/V1__lane.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            jdbc().sql(sql.replace("${appRole}", "processing_app").replace("${readerRole}", "epro_reader"))
                    .update();
        }
    }

    void append(String lane) throws SQLException {
        append(lane, "something");
    }

    void append(String lane, String entity) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
            append.record(new AuditFact("READ", "test", entity, null, null, null, NOON, null, "{}"));
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    long count(String table) {
        return jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
