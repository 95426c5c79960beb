package epro.processing.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads single records where they stand, as a consumer of no group. */
@Component
class OriginalRecords {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, Object> settings;
    private final Admin admin;

    OriginalRecords(ConsumerFactory<?, ?> consumers, Admin admin) {
        this.settings = withoutGroup(consumers.getConfigurationProperties());
        this.admin = admin;
    }

    /** A connection to read through, one record after the other. */
    Reader open() {
        return new Reader(new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    final class Reader implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, String> topicIds = new HashMap<>();

        private Reader(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        /**
         * The record; empty if it is no longer there, or its topic was made anew.
         *
         * @throws org.apache.kafka.common.KafkaException if the broker does not answer in time
         */
        Optional<ConsumerRecord<byte[], byte[]>> read(Replay.Place place) {
            if (!topicIds.computeIfAbsent(place.topic(), OriginalRecords.this::topicId)
                    .equals(place.topicId())) {
                return Optional.empty();
            }
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            try {
                return Optional.of(next(partition)).filter(record -> record.offset() == place.offset());
            } catch (OffsetOutOfRangeException gone) {
                return Optional.empty();
            }
        }

        private ConsumerRecord<byte[], byte[]> next(TopicPartition partition) {
            long deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
            do {
                List<ConsumerRecord<byte[], byte[]>> records =
                        consumer.poll(POLL).records(partition);
                if (!records.isEmpty()) {
                    return records.getFirst();
                }
            } while (System.nanoTime() < deadline);
            throw new TimeoutException("No record within " + ANSWERED_WITHIN);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private String topicId(String topic) {
        try {
            var answer = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
            return answer.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .topicId()
                    .toString();
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("The broker does not say which topic this is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("Stopped while the broker was asked which topic this is", e);
        }
    }

    private static Map<String, Object> withoutGroup(Map<String, Object> ofService) {
        Map<String, Object> settings = new HashMap<>(ofService);
        settings.keySet()
                .removeAll(Set.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return settings;
    }
}
