package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import epro.lane.AuditFact;
import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@WithInfrastructure
class CheckpointSignerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DriverManagerDataSource dataSource;
    private final RecordCodec codec;
    private final CheckpointSigner signer;

    CheckpointSignerTest(LocalStack stack) throws IOException {
        dataSource = freshDatabase(stack);
        codec = RecordCodec.open(Map.of("epro.registry.url", stack.registry().toString()));
        codec.prepare(Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
        Path key = Path.of(stack.environment(Part.PROCESSING).get("EPRO_SIGNING_KEY"));
        var checkpoints = new CheckpointFactory("processing", SigningKey.read(key), codec, InstantSource.fixed(NOON));
        signer = new CheckpointSigner(dataSource, checkpoints);
    }

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void signsWhenAChainHasMovedAndNotBefore() throws SQLException {
        assertThat(signer.signIfMoved()).isEmpty();

        append("operations");
        Checkpoint first = signer.signIfMoved().orElseThrow();

        assertThat(first.heads())
                .extracting(ChainHead::lane, ChainHead::sequence)
                .containsExactly(tuple("operations", 1L));
        assertThat(first.number()).isEqualTo(1);
        assertThat(signer.signIfMoved()).isEmpty();

        append("assessment");
        Checkpoint second = signer.signIfMoved().orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previousRoot()).isEqualTo(first.root());
        assertThat(second.heads()).extracting(ChainHead::lane).containsExactly("assessment", "operations");
    }

    @Test
    void putsTheCheckpointIntoTheOutboxAndAddsNoAuditEntry() throws SQLException {
        append("operations");

        Checkpoint signed = signer.signIfMoved().orElseThrow();

        byte[] value = jdbc().sql("SELECT value FROM outbox WHERE lane = 'checkpoints' AND topic = ?")
                .param(Topics.AUDIT_CHECKPOINTS)
                .query(byte[].class)
                .single();
        assertThat(codec.decode(value, AuditCheckpoint.class))
                .isInstanceOfSatisfying(
                        Decoded.Read.class,
                        read -> assertThat(CheckpointEvents.fromEvent((AuditCheckpoint) read.value()))
                                .isEqualTo(signed));
        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void leavesItToWhoeverIsSigningAlready() throws SQLException {
        append("operations");
        try (Connection other = dataSource.getConnection()) {
            other.createStatement().execute("SELECT pg_advisory_lock(hashtext('epro.checkpoint-signer/processing'))");

            assertThat(signer.signIfMoved()).isEmpty();
        }
        assertThat(signer.signIfMoved()).isPresent();
    }

    @Test
    void numbersWithoutGapsHoweverManySign() throws Exception {
        Callable<Optional<Checkpoint>> signing = () -> {
            append("operations");
            return signer.signIfMoved();
        };
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService signers = Executors.newFixedThreadPool(6)) {
            for (Future<Optional<Checkpoint>> one : signers.invokeAll(Collections.nCopies(60, signing))) {
                one.get().map(Checkpoint::number).ifPresent(numbers::add);
            }
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(count("audit_checkpoint")).isEqualTo(numbers.size());
        assertThat(count("outbox")).isEqualTo(numbers.size());
    }

    private void append(String lane) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            LaneAppend append = new LaneAppend(Lanes.lock(connection, lane));
            append.record(new AuditFact("READ", "test", "something", null, null, null, NOON, null, "{}"));
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    private long count(String table) {
        return jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    private static DriverManagerDataSource freshDatabase(LocalStack stack) throws IOException {
        var access = stack.database(DatabaseRole.POSTGRES);
        String name = "signer_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()))
                .sql("CREATE DATABASE " + name)
                .update();
        String url = access.url()
                .replace("/epro?", "/" + name + "?")
                .replace("currentSchema=processing", "currentSchema=public");
        var fresh = new DriverManagerDataSource(url, access.user(), access.password());
        try (InputStream script = Lanes.class.getResourceAsStream("migration/V1__lane.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            JdbcClient.create(fresh)
                    .sql(sql.replace("${appRole}", "processing_app").replace("${readerRole}", "epro_reader"))
                    .update();
        }
        return fresh;
    }
}
