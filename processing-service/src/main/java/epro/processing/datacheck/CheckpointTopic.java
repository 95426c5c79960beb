package epro.processing.datacheck;

import epro.schemas.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the checkpoints as auditors do, from the topic's first record on, in no group. */
class CheckpointTopic {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.AUDIT_CHECKPOINTS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private final Map<String, Object> config;

    /**
     * Opens no connection yet.
     *
     * @param connection how a Kafka client reaches the broker
     */
    CheckpointTopic(Map<String, Object> connection) {
        config = new HashMap<>(connection);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /** Hands over every record up to the end that the topic has now. */
    void read(Reader reader) throws SQLException, InterruptedException, TimeoutException {
        var bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, bytes, bytes)) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long silentSince = System.nanoTime();
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.accept(record);
                    silentSince = System.nanoTime();
                }
                if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                    throw new TimeoutException("the broker has given no checkpoint for " + SILENCE_MAX);
                }
            }
        }
    }

    /** Takes records one after the other. */
    interface Reader {
        void accept(ConsumerRecord<byte[], byte[]> record) throws SQLException, InterruptedException;
    }
}
