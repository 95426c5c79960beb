package epro.cli.audit;

import epro.lane.AuditFact;
import epro.lane.Checkpoint;
import epro.lane.Checkpoints;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One database with a schema a service, in which somebody may do whatever a superuser can; it is gone when it is closed. */
record AuditedDatabase(LocalStack stack, String name) implements AutoCloseable {

    /** @param how the end of the statement that makes it */
    static AuditedDatabase create(LocalStack stack, String name, String how) throws SQLException {
        run(stack.database(DatabaseRole.POSTGRES), "CREATE DATABASE " + name + how);
        return new AuditedDatabase(stack, name);
    }

    private DatabaseAccess superuser() {
        return at(stack.database(DatabaseRole.POSTGRES));
    }

    private DatabaseAccess at(DatabaseAccess access) {
        return new DatabaseAccess(access.url().replace("/epro?", "/" + name + "?"), access.user(), access.password());
    }

    /** As what verification logs in. */
    String readerUrl() {
        return at(stack.database(DatabaseRole.EPRO_READER)).urlWithLogin();
    }

    Connection connect(Chains service) throws SQLException {
        Connection connection = superuser().connect();
        connection.setSchema(service.text());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Makes the schema as the service does, and as its owner. */
    void migrate(Chains service) throws IOException, SQLException {
        String schema = service.text();
        run(superuser(), """
                CREATE SCHEMA %1$s AUTHORIZATION %1$s_owner;
                GRANT USAGE ON SCHEMA %1$s TO %1$s_app, epro_reader""".formatted(schema));
        for (String script : Migrations.of(service)) {
            run(superuser(), "SET ROLE %1$s_owner; SET search_path TO %1$s; %2$s".formatted(schema, script));
        }
    }

    /** Makes processing's years, as its start does with those that are present then. */
    void makeYears(Instant from, Instant through) throws SQLException {
        run(superuser(), """
                SET ROLE processing_owner; SET search_path TO processing;
                CALL make_years('audit_entry', 'recorded_at', '%s', '%s')""".formatted(from, through));
    }

    /** As a service would: one entry after the other. */
    void append(Chains service, String lane, int from, int through) throws SQLException {
        append(service, lane, from, through, service.text());
    }

    void append(Chains service, String lane, int from, int through, String actor) throws SQLException {
        try (Connection connection = connect(service)) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
            for (int i = from; i <= through; i++) {
                append.record(fact(i, actor, null, AuditScene.NOON));
            }
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    /** As processing receives the records of a partition: the first entry is the receipt of offset 0. */
    void receive(SourcePartition source, int from, int through, Instant at) throws SQLException {
        try (Connection connection = connect(Chains.PROCESSING)) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, source));
            for (int i = from; i <= through; i++) {
                Position position = new Position(source.topicId(), source.partition(), i - 1);
                append.record(fact(i, "processing", position, at));
            }
            Lanes.save(connection, append, through);
            connection.commit();
        }
    }

    private static AuditFact fact(int number, String actor, @Nullable Position position, Instant at) {
        String entity = "entity-" + number;
        return new AuditFact("NOTED", actor, entity, null, null, at, at.plusSeconds(number), position, "{}");
    }

    /** The newest checkpoint that the service has signed here. */
    Checkpoint last(Chains service) throws SQLException {
        try (Connection connection = connect(service)) {
            return Checkpoints.last(connection, service.text()).orElseThrow();
        }
    }

    /** With triggers off, in processing's schema. */
    void tamper(String sql) throws SQLException {
        run(superuser(), "SET search_path TO processing; SET session_replication_role = replica; " + sql);
    }

    /** The server then has less to write down when it is stopped. */
    @Override
    public void close() throws SQLException {
        run(stack.database(DatabaseRole.POSTGRES), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void run(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
