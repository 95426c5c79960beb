package epro.benchmarks.intake.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What both plain ways have in common: as durable as intake's producer, and as quick with its batches. */
final class Settings {
    private Settings() {}

    private static final int BATCH_BYTES = 128 * 1024;

    static Map<String, Object> of(String brokers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }

    static ProducerRecord<byte[], byte[]> taken(String topic, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return asRecord(topic, request.getHeader(PlainIntake.KEY), body);
    }

    static ProducerRecord<byte[], byte[]> asRecord(String topic, String key, byte[] body) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.ISO_8859_1), body);
    }
}
