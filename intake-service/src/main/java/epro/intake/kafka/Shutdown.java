package epro.intake.kafka;

import epro.intake.buffer.SubmissionBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Stopping in order: first refuse new submissions, with answers that end their connections, for as long as clients who send one after
 * the other need to hear of it; then let the web server answer the requests that wait for the log (its own phase comes right after
 * this one); at last flush and close the producer. The web server closes connections that are kept alive without a word, whatever
 * has been sent on them meanwhile.
 */
final class Shutdown implements SmartLifecycle, AutoCloseable {
    private static final Duration LEAVING = Duration.ofSeconds(1);
    private static final Duration FLUSH_MAX = Duration.ofSeconds(2);

    private final SubmissionBuffer buffer;
    private final SubmissionProducer producer;
    private volatile boolean running;

    Shutdown(SubmissionBuffer buffer, SubmissionProducer producer) {
        this.buffer = buffer;
        this.producer = producer;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        buffer.close();
        running = false;
        letClientsLeave();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Phases stop from the highest down. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        producer.close(FLUSH_MAX);
    }

    private static void letClientsLeave() {
        try {
            TimeUnit.MILLISECONDS.sleep(LEAVING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
