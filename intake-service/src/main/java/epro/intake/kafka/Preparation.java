package epro.intake.kafka;

import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Fetches what sending needs, the schema's id, a broker's address and the topic's metadata, in the background until all are there.
 * The service runs meanwhile, is not ready, and refuses submissions.
 */
final class Preparation implements HealthIndicator, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Preparation.class);
    private static final String SCHEMA = "schema id";
    private static final String BROKER = "broker address";
    private static final String METADATA = "topic metadata";
    private static final Duration AGAIN = Duration.ofMillis(250);

    /** Each time a name is not known, Kafka's client says so at length. */
    private static final Duration NAME_AGAIN = Duration.ofSeconds(2);

    private static final int WARN_AFTER = 8;

    private final RecordCodec codec;
    private final SubmissionProducer producer;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("preparation").factory());
    private volatile String missing = SCHEMA;
    private int failures;

    Preparation(RecordCodec codec, SubmissionProducer producer) {
        this.codec = codec;
        this.producer = producer;
    }

    void start() {
        attemptIn(Duration.ZERO);
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

    private void attemptIn(Duration pause) {
        var _ = worker.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt() {
        try {
            fetch();
            worker.shutdown();
        } catch (RuntimeException e) {
            warnOnce(e);
            attemptIn(missing.equals(BROKER) ? NAME_AGAIN : AGAIN);
        }
    }

    private void fetch() {
        if (missing.equals(SCHEMA)) {
            codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
            missing = BROKER;
        }
        if (missing.equals(BROKER)) {
            producer.open();
            missing = METADATA;
        }
        int partitions = producer.get().partitionsFor(Topics.SUBMISSIONS).size();
        missing = "";
        log.info("Ready to send to {} with {} partitions.", Topics.SUBMISSIONS, partitions);
    }
}
