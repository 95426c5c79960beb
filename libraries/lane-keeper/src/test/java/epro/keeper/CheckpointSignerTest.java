package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Codecs;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithInfrastructure
class CheckpointSignerTest {

    private final SignerDatabase database;
    private final RecordCodec codec;
    private final CheckpointSigner signer;

    CheckpointSignerTest(LocalStack stack) throws IOException {
        database = new SignerDatabase(stack);
        codec = Codecs.prepared(stack, Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
        Path key = Path.of(stack.environment(Part.PROCESSING).get("EPRO_SIGNING_KEY"));
        var checkpoints = new CheckpointFactory(
                "processing", SigningKey.read(key), codec, InstantSource.fixed(SignerDatabase.NOON));
        signer = new CheckpointSigner(database.dataSource, checkpoints, Optional::empty);
    }

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void signsWhenAChainHasMovedAndNotBefore() throws SQLException {
        assertThat(signer.signIfMoved()).isEmpty();

        database.append("operations");
        Checkpoint first = signer.signIfMoved().orElseThrow();

        assertThat(first.heads())
                .extracting(ChainHead::lane, ChainHead::sequence)
                .containsExactly(tuple("operations", 1L));
        assertThat(first.number()).isEqualTo(1);
        assertThat(signer.signIfMoved()).isEmpty();

        database.append("assessment");
        Checkpoint second = signer.signIfMoved().orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previousRoot()).isEqualTo(first.root());
        assertThat(second.heads()).extracting(ChainHead::lane).containsExactly("assessment", "operations");
    }

    @Test
    void putsTheCheckpointIntoTheOutboxAndAddsNoAuditEntry() throws SQLException {
        database.append("operations");

        Checkpoint signed = signer.signIfMoved().orElseThrow();

        byte[] value = database.jdbc()
                .sql("SELECT value FROM outbox WHERE lane = 'checkpoints' AND topic = ?")
                .param(Topics.AUDIT_CHECKPOINTS)
                .query(byte[].class)
                .single();
        assertThat(codec.decode(value, AuditCheckpoint.class))
                .isInstanceOfSatisfying(
                        Decoded.Read.class,
                        read -> assertThat(CheckpointEvents.fromEvent((AuditCheckpoint) read.value()))
                                .isEqualTo(signed));
        assertThat(database.count("audit_entry")).isEqualTo(1);
    }

    @Test
    void leavesItToWhoeverIsSigningAlready() throws SQLException {
        database.append("operations");
        try (Connection other = database.dataSource.getConnection()) {
            other.createStatement().execute("SELECT pg_advisory_lock(hashtext('epro.checkpoint-signer/processing'))");

            assertThat(signer.signIfMoved()).isEmpty();
        }
        assertThat(signer.signIfMoved()).isPresent();
    }

    @Test
    void numbersWithoutGapsHoweverManySign() throws Exception {
        Callable<Optional<Checkpoint>> signing = () -> {
            database.append("operations");
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
        assertThat(database.count("audit_checkpoint")).isEqualTo(numbers.size());
        assertThat(database.count("outbox")).isEqualTo(numbers.size());
    }
}
