package epro.processing.datacheck;

import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds the checkpoints on the topic against those in the database, and both against the chains. */
class CheckpointCheck {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration SCHEMA_WITHIN = Duration.ofSeconds(15);

    private final WholeTopic topic;
    private final RecordCodec codec;
    private final String fingerprint;

    /**
     * Takes one key for genuine.
     *
     * @param fingerprint of the key with which this service signs
     */
    CheckpointCheck(WholeTopic topic, RecordCodec codec, String fingerprint) {
        this.topic = topic;
        this.codec = codec;
        this.fingerprint = fingerprint;
    }

    /**
     * Compares all that is on the topic.
     *
     * @param knownBefore what stands before this offset was signed before the database was looked at
     */
    void run(Connection connection, long knownBefore, Progress progress)
            throws SQLException, InterruptedException, TimeoutException {
        try (CheckpointMerge merge = new CheckpointMerge(connection, fingerprint, progress)) {
            topic.read(record -> {
                Optional<Checkpoint> checkpoint = decode(record, progress);
                if (checkpoint.isPresent()) {
                    merge.accept(checkpoint.get(), record.offset() < knownBefore);
                }
            });
        }
    }

    private Optional<Checkpoint> decode(ConsumerRecord<byte[], byte[]> record, Progress progress)
            throws InterruptedException {
        return switch (awaitSchema(record.value())) {
            case Decoded.Read<AuditCheckpoint>(AuditCheckpoint event, var _) ->
                Optional.of(CheckpointEvents.fromEvent(event)).filter(CheckpointMerge::ofThisService);
            case Decoded.Unreadable<AuditCheckpoint>(String reason) -> {
                String place = Topics.AUDIT_CHECKPOINTS + "/0/" + record.offset();
                progress.found(Code.CHECKPOINT_INVALID, place, "unreadable: " + reason);
                yield Optional.empty();
            }
            case Decoded.SchemaPending<AuditCheckpoint>(int id) ->
                throw new IllegalStateException("Schema " + id + " did not come within " + SCHEMA_WITHIN);
        };
    }

    private Decoded<AuditCheckpoint> awaitSchema(byte[] value) throws InterruptedException {
        long deadline = System.nanoTime() + SCHEMA_WITHIN.toNanos();
        Decoded<AuditCheckpoint> decoded = codec.decode(value, AuditCheckpoint.class);
        while (decoded instanceof Decoded.SchemaPending<AuditCheckpoint> && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            decoded = codec.decode(value, AuditCheckpoint.class);
        }
        return decoded;
    }
}
