package epro.cli.audit;

import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.Checkpoints;
import epro.lane.SigningKey;
import epro.lane.SourcePartition;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import epro.stack.LocalStack;
import epro.testing.Codecs;
import epro.testing.Infrastructure;
import java.io.IOException;
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
 * Chains of all services in a real PostgreSQL, in the schemas that their migrations make, and their checkpoints on a real
 * topic; one for all tests of the JVM. Whoever wants to tamper takes a copy of the database.
 *
 * <ul>
 *   <li>Processing's lane {@code assessment} has twelve entries, of which checkpoints name 4 and 8; {@code operations} has
 *       four, of which they name 2 and 3.
 *   <li>{@link #RECEIPTS}, which follows a partition, has eight, of which they name 3 and 6; the first four were recorded the
 *       year before all others.
 *   <li>Notification's {@code alerts} has three, of which a checkpoint names 2; nmpa's {@code trials} two, all named.
 * </ul>
 */
final class AuditScene {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final SourcePartition SOURCE = new SourcePartition(Topics.SUBMISSIONS, "topic-of-the-scene", 3);
    static final String RECEIPTS = SOURCE.laneName();

    private static final Instant LAST_YEAR = Instant.parse("2025-11-30T12:00:00Z");
    private static final String TEMPLATE = "audited";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final LocalStack stack = Infrastructure.get();
    private final CheckpointLog log =
            new CheckpointLog(stack.kafka(), stack.registry().toString());

    private AuditScene() {
        try {
            set(AuditedDatabase.create(stack, TEMPLATE, ""));
        } catch (Exception e) {
            throw new IllegalStateException("the scene can't be set", e);
        }
    }

    private void set(AuditedDatabase database)
            throws IOException, SQLException, ExecutionException, InterruptedException {
        for (Chains service : Chains.values()) {
            database.migrate(service);
        }
        database.makeYears(LAST_YEAR, NOON);
        database.append(Chains.PROCESSING, "assessment", 1, 4);
        database.append(Chains.PROCESSING, "operations", 1, 2);
        database.receive(SOURCE, 1, 3, LAST_YEAR);
        publish(sign(database, Chains.PROCESSING));
        database.append(Chains.NOTIFICATION, "alerts", 1, 2);
        publish(sign(database, Chains.NOTIFICATION));
        database.append(Chains.NMPA, "trials", 1, 2);
        publish(sign(database, Chains.NMPA));
        database.append(Chains.PROCESSING, "assessment", 5, 8);
        database.append(Chains.PROCESSING, "operations", 3, 3);
        database.receive(SOURCE, 4, 4, LAST_YEAR);
        database.receive(SOURCE, 5, 6, NOON);
        publish(sign(database, Chains.PROCESSING));
        database.append(Chains.PROCESSING, "assessment", 9, 12);
        database.append(Chains.PROCESSING, "operations", 4, 4);
        database.receive(SOURCE, 7, 8, NOON);
        database.append(Chains.NOTIFICATION, "alerts", 3, 3);
    }

    static AuditScene get() {
        return Shared.SCENE;
    }

    /** Nobody touched it yet. */
    AuditedDatabase copy() throws SQLException {
        return AuditedDatabase.create(stack, "audited_" + COPIES.incrementAndGet(), " TEMPLATE " + TEMPLATE);
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
    private Checkpoint sign(AuditedDatabase database, Chains service) throws SQLException {
        try (Connection connection = database.connect(service)) {
            String name = service.text();
            Checkpoint next =
                    key(service).next(name, Checkpoints.last(connection, name), Checkpoints.heads(connection), NOON);
            Checkpoints.insert(connection, next);
            connection.commit();
            return next;
        }
    }

    private SigningKey key(Chains service) {
        Map<String, String> environment = stack.environment(Migrations.part(service));
        return SigningKey.read(Path.of(environment.getOrDefault("EPRO_SIGNING_KEY", "")));
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

    private static final class Shared {
        static final AuditScene SCENE = new AuditScene();
    }
}
