package epro.intake.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one producer that all requests share. It never blocks a request ({@code max.block.ms=0}), gives up on a send after
 * four seconds, and keeps a topic's metadata through quiet nights, so that the first request after one is not refused.
 *
 * <p>A broker serves a connection's requests one after the other, each after its records are on disk. So one request is on its
 * way to it at a time, at once when nothing is, and whatever comes meanwhile goes with the next, up to a batch for each partition: nobody
 * waits for others to come, and the more come, the more share a write.
 *
 * <p>It can't be made as long as no broker's name is known; the service starts without it.
 */
final class SubmissionProducer {
    private static final int IDLE_METADATA_MILLIS = (int) Duration.ofDays(20).toMillis();
    private static final int BATCH_BYTES = 128 * 1024;

    private final LogSettings settings;
    private volatile @Nullable Producer<byte[], byte[]> opened;
    private boolean closed;

    SubmissionProducer(LogSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens it, unless it is open.
     *
     * @throws RuntimeException while no broker's name is known, and once it is closed
     */
    synchronized void open() {
        if (closed) {
            throw new IllegalStateException("the producer is closed");
        }
        if (opened == null) {
            opened = new KafkaProducer<>(config(settings), new ByteArraySerializer(), new ByteArraySerializer());
        }
    }

    /**
     * The producer.
     *
     * @throws IllegalStateException where it was never opened
     */
    Producer<byte[], byte[]> get() {
        var producer = opened;
        if (producer == null) {
            throw new IllegalStateException("no broker's name is known");
        }
        return producer;
    }

    /** Sends what it still has, for so long at most. */
    synchronized void close(Duration most) {
        closed = true;
        if (opened != null) {
            opened.close(most);
        }
    }

    private static Map<String, Object> config(LogSettings settings) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.brokers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "intake"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000),
                Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, IDLE_METADATA_MILLIS),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500),
                Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1_000),
                Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 1_500),
                Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false));
    }
}
