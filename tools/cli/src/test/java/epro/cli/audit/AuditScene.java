package epro.cli.audit;

import epro.lane.AuditFact;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.Checkpoints;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Codecs;
import epro.testing.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Chains of processing in a real PostgreSQL, and their checkpoints on a real topic; one for all tests of the JVM. The lane
 * {@code assessment} has twelve entries, of which checkpoints name 4 and 8; {@code operations} has four, of which they name 2
 * and 3. Whoever wants to tamper takes a copy of the database.
 */
final class AuditScene {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String TEMPLATE = "audited";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final LocalStack stack = Infrastructure.get();
    private final CheckpointLog log =
            new CheckpointLog(stack.kafka(), stack.registry().toString());

    private AuditScene() {
        try {
            AuditedDatabase database = create(TEMPLATE, "");
            database.addSchema("processing");
            database.append("assessment", 1, 4);
            database.append("operations", 1, 2);
            publish(sign(database));
            database.append("assessment", 5, 8);
            database.append("operations", 3, 3);
            publish(sign(database));
            database.append("assessment", 9, 12);
            database.append("operations", 4, 4);
        } catch (Exception e) {
            throw new IllegalStateException("the scene can't be set", e);
        }
    }

    static AuditScene get() {
        return Shared.SCENE;
    }

    /** Nobody touched it yet. */
    AuditedDatabase copy() throws SQLException {
        return create("audited_" + COPIES.incrementAndGet(), " TEMPLATE " + TEMPLATE);
    }

    Verdict verify(AuditedDatabase database, Expectation... expected)
            throws IOException, SQLException, InterruptedException {
        try (LiveRecords records = LiveRecords.open(database.readerUrl(), log)) {
            return new Verification(records, pins(), List.of(expected), _ -> {}).run();
        }
    }

    void export(AuditedDatabase database, Path folder) throws IOException, SQLException, InterruptedException {
        try (LiveRecords records = LiveRecords.open(database.readerUrl(), log)) {
            new Export(records, service -> Pin.found(service, stack.endpoints(), log), _ -> {}).to(folder, NOON, null);
        }
    }

    Pins pins() throws SQLException, InterruptedException {
        return Pins.of(List.of(), stack.endpoints(), log);
    }

    /** The next checkpoint over what the database holds. */
    Checkpoint sign(AuditedDatabase database) throws SQLException {
        try (Connection connection = database.connect("processing")) {
            Checkpoint next = key().next(
                            "processing",
                            Checkpoints.last(connection, "processing"),
                            Checkpoints.heads(connection),
                            NOON);
            Checkpoints.insert(connection, next);
            connection.commit();
            return next;
        }
    }

    SigningKey key() {
        return SigningKey.read(Path.of(stack.environment(Part.PROCESSING).getOrDefault("EPRO_SIGNING_KEY", "")));
    }

    private void publish(Checkpoint checkpoint) throws ExecutionException, InterruptedException {
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (RecordCodec codec = Codecs.prepared(stack, Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(Map.of("bootstrap.servers", stack.kafka()), bytes, bytes)) {
            byte[] value = codec.encode(Topics.AUDIT_CHECKPOINTS, CheckpointEvents.toEvent(checkpoint));
            producer.send(new ProducerRecord<>(Topics.AUDIT_CHECKPOINTS, value)).get();
        }
    }

    private AuditedDatabase create(String name, String how) throws SQLException {
        DatabaseAccess superuser = stack.database(DatabaseRole.POSTGRES);
        AuditedDatabase.run(superuser, "CREATE DATABASE " + name + how);
        return new AuditedDatabase(at(superuser, name), at(stack.database(DatabaseRole.EPRO_READER), name));
    }

    private static DatabaseAccess at(DatabaseAccess access, String name) {
        return new DatabaseAccess(access.url().replace("/epro?", "/" + name + "?"), access.user(), access.password());
    }

    /**
     * One database, in which somebody may do whatever a superuser can.
     *
     * @param reader what verification logs in as
     */
    record AuditedDatabase(DatabaseAccess superuser, DatabaseAccess reader) {

        String readerUrl() {
            return reader.urlWithLogin();
        }

        Connection connect(String schema) throws SQLException {
            Connection connection = superuser.connect();
            connection.setSchema(schema);
            connection.setAutoCommit(false);
            return connection;
        }

        void addSchema(String schema) throws IOException, SQLException {
            try (InputStream script = Lanes.class.getResourceAsStream("migration/V1__lane.sql")) {
                String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("${appRole}", "processing_app")
                        .replace("${readerRole}", "epro_reader");
                run(
                        superuser,
                        "CREATE SCHEMA %1$s; GRANT USAGE ON SCHEMA %1$s TO epro_reader; SET search_path TO %1$s; "
                                        .formatted(schema)
                                + sql);
            }
        }

        /** As a service would: one entry after the other. */
        void append(String lane, int from, int through) throws SQLException {
            append("processing", lane, from, through, "processing");
        }

        void append(String schema, String lane, int from, int through, String actor) throws SQLException {
            try (Connection connection = connect(schema)) {
                LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
                for (int i = from; i <= through; i++) {
                    append.record(new AuditFact(
                            "NOTED", actor, "entity-" + i, null, null, NOON, NOON.plusSeconds(i), null, "{}"));
                }
                Lanes.save(connection, append, -1);
                connection.commit();
            }
        }

        /** With triggers off, in processing's schema. */
        void tamper(String sql) throws SQLException {
            run(superuser, "SET search_path TO processing; SET session_replication_role = replica; " + sql);
        }

        private static void run(DatabaseAccess access, String sql) throws SQLException {
            try (Connection connection = access.connect();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static final class Shared {
        static final AuditScene SCENE = new AuditScene();
    }
}
