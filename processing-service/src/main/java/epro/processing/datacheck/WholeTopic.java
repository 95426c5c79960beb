package epro.processing.datacheck;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as auditors do, from its first record on, in no group. */
class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private final String topic;
    private final Map<String, Object> config;

    /**
     * Opens no connection yet.
     *
     * @param connection how a Kafka client reaches the broker
     */
    WholeTopic(String topic, Map<String, Object> connection) {
        this.topic = topic;
        config = new HashMap<>(connection);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What is deleted while it is read is stepped over; the default would step over all the rest.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /**
     * What the topic holds at the moment.
     *
     * @param records how many at most
     * @param fromTheFirst whether nothing of it has been deleted yet
     */
    record Extent(long records, boolean fromTheFirst) {}

    Extent extent() {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            List<TopicPartition> partitions = partitions(consumer);
            Collection<Long> beginnings = consumer.beginningOffsets(partitions).values();
            long begin = beginnings.stream().mapToLong(Long::longValue).sum();
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return new Extent(end - begin, begin == 0);
        }
    }

    /** Hands over every record up to the end that the topic has now. */
    void read(Reader reader) throws SQLException, InterruptedException, TimeoutException {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long silentSince = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.accept(record);
                    silentSince = System.nanoTime();
                }
                if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                    throw new TimeoutException("the broker has given nothing of " + topic + " for " + SILENCE_MAX);
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Takes records one after the other. */
    interface Reader {
        void accept(ConsumerRecord<byte[], byte[]> record) throws SQLException, InterruptedException;
    }
}
