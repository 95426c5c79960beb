package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Three anchored entries and one after them, read by the reader's role; then somebody with all rights comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerificationTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LocalStack stack = LocalStack.builder()
            .home(Workspace.find()
                    .scratch()
                    .resolve("tests/audit-" + ProcessHandle.current().pid()))
            .services(Set.of())
            .anyPorts()
            .start();

    @BeforeAll
    void writeAndSign() throws Exception {
        migrate(DatabaseRole.PROCESSING_OWNER, "processing_app");
        append();
        append();
        append();
        publish(sign());
        append();
    }

    private void migrate(DatabaseRole owner, String app) throws IOException, SQLException {
        try (InputStream script = Lanes.class.getResourceAsStream("migration/V1__lane.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            run(owner, sql.replace("${appRole}", app).replace("${readerRole}", "epro_reader"));
        }
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void findsThatEverythingHoldsAndWhatIsNotYetAnchored() throws Exception {
        Verdict verdict = verify(Expectation.NONE);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.json())
                .containsEntry("entries", 4L)
                .containsEntry("lanes", 1)
                .containsEntry("checkpoints", 1L)
                .containsEntry("lastCheckpoint", 1L)
                .containsEntry("notYetAnchored", 1L);
        assertThat(verdict.services()).extracting(Verdict.OfService::service).containsExactly(Chains.PROCESSING);
        assertThat(verdict.services().getFirst().pin().from()).startsWith("the stack's key file");
    }

    @Test
    @Order(2)
    void findsThatAnExpectedCheckpointIsNotThere() throws Exception {
        assertThat(verify(new Expectation(2, "00")).findings())
                .containsExactly(new Verdict.Finding("checkpoints", 2, "checkpoint-differs"));
    }

    @Test
    @Order(3)
    void findsATailThatWasCutOff() throws Exception {
        run(DatabaseRole.POSTGRES, """
                SET session_replication_role = replica;
                DELETE FROM audit_entry WHERE sequence > 2;
                UPDATE lane SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry WHERE sequence = 2)""");

        assertThat(verify(Expectation.NONE).findings())
                .containsExactly(new Verdict.Finding("operations", 3, "anchored-entry-missing"));
    }

    @Test
    @Order(4)
    void verifiesTheChainsOfOtherServicesAsWell() throws Exception {
        migrate(DatabaseRole.NOTIFICATION_OWNER, "notification_app");
        append(DatabaseRole.NOTIFICATION_APP);
        append(DatabaseRole.NOTIFICATION_APP);
        run(DatabaseRole.POSTGRES, """
                SET session_replication_role = replica;
                UPDATE notification.audit_entry SET actor = 'somebody else' WHERE sequence = 1""");

        Verdict verdict = verify(Expectation.NONE);

        assertThat(verdict.services())
                .extracting(Verdict.OfService::service)
                .containsExactly(Chains.PROCESSING, Chains.NOTIFICATION);
        assertThat(verdict.services().getLast().entries()).isEqualTo(2);
        assertThat(verdict.findings()).anyMatch(finding -> finding.sequence() == 1);
    }

    private Verdict verify(Expectation expected) throws SQLException, InterruptedException {
        try (CheckpointLog log =
                new CheckpointLog(stack.kafka(), stack.registry().toString())) {
            Pins pins = Pins.of(List.of(), stack.endpoints(), log);
            return new Verification(stack.endpoints().required("EPRO_JDBC_URL"), log, pins, expected).run(_ -> {});
        }
    }

    private void append() throws SQLException {
        append(DatabaseRole.PROCESSING_APP);
    }

    private void append(DatabaseRole app) throws SQLException {
        try (Connection connection = stack.database(app).connect()) {
            connection.setAutoCommit(false);
            LaneAppend append = new LaneAppend(Lanes.lock(connection, "operations"));
            append.record(new AuditFact("READ", "test", "something", null, null, null, NOON, null, "{}"));
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    private Checkpoint sign() throws SQLException {
        Path key = Path.of(stack.environment(Part.PROCESSING).getOrDefault("EPRO_SIGNING_KEY", ""));
        try (Connection connection = stack.database(DatabaseRole.PROCESSING_APP).connect()) {
            return SigningKey.read(key).next("processing", Optional.empty(), Checkpoints.heads(connection), NOON);
        }
    }

    private void publish(Checkpoint checkpoint) throws Exception {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> config = Map.of("bootstrap.servers", stack.kafka());
        try (RecordCodec codec = RecordCodec.open(
                        Map.of("epro.registry.url", stack.registry().toString()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            codec.prepare(Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
            byte[] value = codec.encode(Topics.AUDIT_CHECKPOINTS, CheckpointEvents.toEvent(checkpoint));
            producer.send(new ProducerRecord<>(Topics.AUDIT_CHECKPOINTS, value)).get();
        }
    }

    private void run(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = stack.database(role).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
