package epro.cli.audit;

import epro.cli.StackNotThere;
import epro.cli.audit.export.CheckpointSource;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The signed checkpoints as the topic keeps them. */
final class CheckpointLog implements AutoCloseable {

    private static final List<TopicPartition> PARTITION = List.of(new TopicPartition(Topics.AUDIT_CHECKPOINTS, 0));
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration SCHEMA_WITHIN = Duration.ofSeconds(15);
    private static final int ANSWERED_WITHIN_MILLIS = 10_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;

    CheckpointLog(String kafka, String registry) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWERED_WITHIN_MILLIS);
        consumer = new KafkaConsumer<>(config, bytes, bytes);
        consumer.assign(PARTITION);
        codec = RecordCodec.open(Map.of("epro.registry.url", registry));
    }

    /** The offset after the last checkpoint that is there now. */
    long end() {
        try {
            return consumer.endOffsets(PARTITION).getOrDefault(PARTITION.getFirst(), 0L);
        } catch (KafkaException e) {
            throw new StackNotThere("the broker does not answer: " + e.getMessage());
        }
    }

    /** The service's first checkpoint. */
    Optional<Checkpoint> first(String service) throws InterruptedException, SQLException {
        List<Checkpoint> found = new ArrayList<>();
        read(
                end(),
                (_, checkpoint) -> checkpoint
                        .filter(one -> found.isEmpty() && one.service().equals(service))
                        .ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** Hands over what stands before the offset, in order. */
    void read(long end, CheckpointSource.Reader reader) throws SQLException, InterruptedException {
        consumer.seekToBeginning(PARTITION);
        long silentSince = System.nanoTime();
        while (consumer.position(PARTITION.getFirst()) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                silentSince = System.nanoTime();
                if (record.offset() < end) {
                    reader.accept(record.offset(), decode(record));
                }
            }
            if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                throw new StackNotThere("the broker has given no checkpoint for " + SILENCE_MAX);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        codec.close();
    }

    /** Empty if the bytes are no checkpoint. */
    private Optional<Checkpoint> decode(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        long deadline = System.nanoTime() + SCHEMA_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            switch (codec.decode(record.value(), AuditCheckpoint.class)) {
                case Decoded.Read<AuditCheckpoint>(AuditCheckpoint event, var _) -> {
                    return Optional.of(CheckpointEvents.fromEvent(event));
                }
                case Decoded.Unreadable<AuditCheckpoint> _ -> {
                    return Optional.empty();
                }
                case Decoded.SchemaPending<AuditCheckpoint> _ -> Thread.sleep(PAUSE);
            }
        }
        throw new StackNotThere("the schema registry does not answer");
    }
}
