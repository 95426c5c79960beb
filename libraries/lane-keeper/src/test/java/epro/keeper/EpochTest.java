package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.ChainFault;
import epro.lane.ChainFinding;
import epro.lane.Checkpoint;
import epro.lane.CheckpointVerifier;
import epro.lane.OutboxEvent;
import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Codecs;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three checkpoints are on the topic; then the database is what it was at the first. */
@WithInfrastructure
class EpochTest {

    private final String service = "restored-" + UUID.randomUUID();
    private final SignerDatabase database;
    private final RecordCodec codec;
    private final SigningKey key;
    private final CheckpointFactory checkpoints;
    private final CheckpointTopic topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CheckpointSigner signer;

    EpochTest(LocalStack stack) throws IOException {
        database = new SignerDatabase(stack);
        codec = Codecs.prepared(stack, Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
        key = SigningKey.read(Path.of(stack.environment(Part.PROCESSING).get("EPRO_SIGNING_KEY")));
        checkpoints = new CheckpointFactory(service, key, codec, InstantSource.fixed(SignerDatabase.NOON));
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.kafka());
        ByteArraySerializer bytes = new ByteArraySerializer();
        producer = new KafkaProducer<>(kafka, bytes, bytes);
        topic = new CheckpointTopic(kafka, service, key, codec);
        signer = new CheckpointSigner(database.dataSource, checkpoints, topic);
    }

    @AfterEach
    void close() {
        topic.close();
        producer.close();
        codec.close();
    }

    @Test
    void isOpenedAfterARestoreAndCitesTheLastCheckpointOnTheTopic() throws Exception {
        List<Checkpoint> published = signThree();
        restoreToTheFirst();
        database.append("operations", "another thing");

        Checkpoint opening = signer.signIfMoved().orElseThrow();
        assertThat(signer.signIfMoved()).as("not published yet").isEmpty();
        publish(service, checkpoints.event(opening));
        published.add(opening);

        assertThat(opening.epoch()).isEqualTo(2);
        assertThat(opening.number()).isEqualTo(1);
        assertThat(opening.previousRoot()).isEqualTo(published.get(2).root());
        assertThat(database.jdbc()
                        .sql(
                                "SELECT action || ' ' || entity || ' ' || detail FROM audit_entry WHERE lane = 'checkpoints'")
                        .query(String.class)
                        .single())
                .isEqualTo("EPOCH_OPENED checkpoints/%s/2 {\"citedEpoch\":1,\"citedNumber\":3,\"citedRoot\":\"%s\","
                                .formatted(service, published.get(2).root())
                        + "\"heldEpoch\":1,\"heldNumber\":1}");
        database.append("operations", "another thing");
        published.add(signed());
        assertThat(published.getLast().number()).isEqualTo(2);
        assertThat(signer.signIfMoved()).isEmpty();
        assertThat(findings(published)).containsExactly(new ChainFinding("operations", 2, ChainFault.TAIL_LOST, 3L));
    }

    @Test
    void isNotOpenedWhereTheDatabaseHoldsWhatTheTopicDoes() throws Exception {
        List<Checkpoint> published = signThree();
        assertThat(topic.newest()).contains(published.getLast());
        database.append("operations");

        published.add(signed());

        assertThat(published.getLast().epoch()).isEqualTo(1);
        assertThat(published.getLast().number()).isEqualTo(4);
        assertThat(findings(published)).isEmpty();
    }

    @Test
    void isNotOpenedForWhatAnotherKeyOrServiceSigned() throws Exception {
        List<Checkpoint> published = signThree();
        Checkpoint last = published.getLast();
        publish(last.service(), checkpoints.event(forged(last)));
        publish("another", checkpoints.event(key.opening(7, last, last.heads(), SignerDatabase.NOON)));

        assertThat(topic.newest()).contains(last);
    }

    private List<Checkpoint> signThree() throws Exception {
        List<Checkpoint> published = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            database.append("operations");
            published.add(signed());
        }
        return published;
    }

    private Checkpoint signed() throws Exception {
        Checkpoint signed = signer.signIfMoved().orElseThrow();
        publish(service, checkpoints.event(signed));
        return signed;
    }

    private void publish(String recordKey, OutboxEvent event) throws Exception {
        byte[] name = recordKey.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(event.topic(), name, event.value())).get();
    }

    private static Checkpoint forged(Checkpoint last) {
        return new Checkpoint(
                last.service(),
                9,
                last.number(),
                last.previousRoot(),
                last.root(),
                last.heads(),
                last.signedAt(),
                last.keyFingerprint(),
                last.publicKey(),
                last.signature());
    }

    private void restoreToTheFirst() {
        database.jdbc().sql("""
                        SET session_replication_role = replica;
                        DELETE FROM audit_entry WHERE sequence > 1;
                        DELETE FROM audit_checkpoint WHERE number > 1;
                        DELETE FROM outbox WHERE sequence > 1;
                        UPDATE lane SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry) WHERE name = 'operations';
                        UPDATE lane SET outbox_end = 1 WHERE name = 'checkpoints'""").update();
    }

    private List<ChainFinding> findings(List<Checkpoint> published) throws SQLException {
        List<ChainFinding> findings = new ArrayList<>();
        try (Connection connection = database.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (CheckpointVerifier verifier = new CheckpointVerifier(key.fingerprint(), connection, findings::add)) {
                for (Checkpoint checkpoint : published) {
                    verifier.accept(checkpoint);
                }
            }
        }
        return findings;
    }
}
