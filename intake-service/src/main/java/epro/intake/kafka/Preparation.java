package epro.intake.kafka;

import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Fetches what sending needs, the schema's id and the topic's metadata, in the background until both are there. The
 * service runs meanwhile, is not ready, and refuses submissions.
 */
final class Preparation implements HealthIndicator, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Preparation.class);
    private static final long RETRY_MILLIS = 250;
    private static final int WARN_AFTER = 8;

    private final RecordCodec codec;
    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("preparation").factory());
    private volatile String missing = "schema id";
    private int failures;

    Preparation(RecordCodec codec, Producer<byte[], byte[]> producer) {
        this.codec = codec;
        this.producer = producer;
    }

    void start() {
        var _ = worker.scheduleWithFixedDelay(this::attempt, 0, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean done() {
        return missing.isEmpty();
    }

    @Override
    public Health health() {
        return done()
                ? Health.up().build()
                : Health.outOfService().withDetail("missing", missing).build();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /** The first attempts always fail: the producer never waits, so it has no metadata when it is first asked. */
    private void warnOnce(RuntimeException failure) {
        failures++;
        if (failures == WARN_AFTER) {
            var reason = failure.getClass().getSimpleName();
            log.warn("Not ready and refusing submissions: {} is missing ({}); trying on.", missing, reason);
        }
    }

    private void attempt() {
        try {
            if (missing.equals("schema id")) {
                codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
                missing = "topic metadata";
            }
            int partitions = producer.partitionsFor(Topics.SUBMISSIONS).size();
            missing = "";
            log.info("Ready to send to {} with {} partitions.", Topics.SUBMISSIONS, partitions);
            worker.shutdown();
        } catch (RuntimeException e) {
            warnOnce(e);
        }
    }
}
