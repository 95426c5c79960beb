package epro.keeper;

import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AuditCheckpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of checkpoints: first back from its end until one of this service is found, then what comes. Only what this
 * service's own key signed counts.
 */
final class CheckpointTopic implements PublishedCheckpoints, AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.AUDIT_CHECKPOINTS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);
    private static final int ANSWERED_WITHIN_MILLIS = 5_000;
    private static final long FIRST_LOOK = 1_000;
    private static final Comparator<Checkpoint> ORDER =
            Comparator.comparingInt(Checkpoint::epoch).thenComparingLong(Checkpoint::number);

    private final Map<String, Object> config;
    private final byte[] service;
    private final SigningKey key;
    private final RecordCodec codec;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private Optional<Checkpoint> newest = Optional.empty();
    private long readThrough = -1;

    /**
     * Opens no connection yet.
     *
     * @param connection how a Kafka client reaches the broker
     */
    CheckpointTopic(Map<String, Object> connection, String service, SigningKey key, RecordCodec codec) {
        this.config = new HashMap<>(connection);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MILLIS);
        this.service = service.getBytes(StandardCharsets.UTF_8);
        this.key = key;
        this.codec = codec;
    }

    /** Throws Kafka's exceptions, and {@link NotReadyYet} as long as the registry does not give a schema. */
    @Override
    public synchronized Optional<Checkpoint> newest() {
        KafkaConsumer<byte[], byte[]> topic = open();
        long end = topic.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        if (readThrough < 0) {
            findBack(topic, end);
        } else {
            read(topic, readThrough, end);
        }
        readThrough = end;
        return newest;
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
        }
    }

    private void findBack(KafkaConsumer<byte[], byte[]> topic, long end) {
        long beginning = topic.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        long until = end;
        newest = Optional.empty();
        for (long look = FIRST_LOOK; until > beginning && newest.isEmpty(); look *= 4) {
            long from = Math.max(beginning, until - look);
            read(topic, from, until);
            until = from;
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> topic, long from, long end) {
        topic.seek(PARTITION, from);
        long silentSince = System.nanoTime();
        while (topic.position(PARTITION) < end) {
            for (ConsumerRecord<byte[], byte[]> record : topic.poll(POLL)) {
                silentSince = System.nanoTime();
                if (record.offset() < end && Arrays.equals(record.key(), service)) {
                    consider(record.value());
                }
            }
            if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                throw new TimeoutException("the broker has given no checkpoint for " + SILENCE_MAX);
            }
        }
    }

    private void consider(byte[] value) {
        switch (codec.decode(value, AuditCheckpoint.class)) {
            case Decoded.Read<AuditCheckpoint>(AuditCheckpoint event, var _) -> {
                Checkpoint checkpoint = CheckpointEvents.fromEvent(event);
                boolean newer = newest.isEmpty() || ORDER.compare(checkpoint, newest.get()) > 0;
                if (newer && key.hasSigned(checkpoint)) {
                    newest = Optional.of(checkpoint);
                }
            }
            case Decoded.Unreadable<AuditCheckpoint> _ -> {}
            case Decoded.SchemaPending<AuditCheckpoint> _ -> throw new NotReadyYet();
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        if (consumer == null) {
            ByteArrayDeserializer bytes = new ByteArrayDeserializer();
            consumer = new KafkaConsumer<>(config, bytes, bytes);
            consumer.assign(List.of(PARTITION));
        }
        return consumer;
    }
}
