package epro.processing.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Claims questions as long as there are free places, and has each call made on a virtual thread of its own.
 *
 * <ul>
 *   <li>No more are under way than there are places; a place is given back when the verdict is written down.
 *   <li>Whatever ends this process, its questions are claimed by another once their lease has ended.
 *   <li>Nothing here is in the way of storing submissions: neither a thread nor a lock is shared.
 * </ul>
 */
@Component
class AssessmentRun implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentRun.class);
    private static final int CLAIM_MAX = 200;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private final AssessmentTable table;
    private final Asking asking;
    private final Verdicts verdicts;
    private final ModelSettings settings;
    private final InstantSource clock;
    private final Semaphore places;
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    AssessmentRun(
            AssessmentTable table, Asking asking, Verdicts verdicts, ModelSettings settings, InstantSource clock) {
        this.table = table;
        this.asking = asking;
        this.verdicts = verdicts;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.inFlight());
    }

    @Override
    public void start() {
        running = true;
        if (settings.isKnown()) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
            threads.execute(this::claimForEver);
            threads.execute(() -> verdicts.writeForEver(places::release));
        }
    }

    /** What is being asked is given up, and asked again by whoever claims it next. */
    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Assessments did not end within {}", STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void claimForEver() {
        try {
            while (running) {
                pause(claimOnce());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait before the next look. */
    private Duration claimOnce() throws InterruptedException {
        try {
            int limit = Math.min(CLAIM_MAX, asking.limit(places.availablePermits()));
            if (limit == 0) {
                return IDLE;
            }
            Instant now = clock.instant();
            List<Assessment> claimed = table.claim(limit, now, now.plus(settings.lease()));
            places.acquire(claimed.size());
            Together.of(claimed, settings.textsTogether()).forEach(together -> threads.execute(() -> ask(together)));
            return claimed.isEmpty() || asking.isTrying() ? IDLE : Duration.ZERO;
        } catch (DataAccessException | TransactionException refused) {
            LOG.warn(
                    "Assessments wait, the database refused: {}",
                    refused.getClass().getSimpleName());
            return AFTER_REFUSAL;
        } catch (RuntimeException unforeseen) {
            LOG.error("Questions that were claimed are asked again after their lease", unforeseen);
            return AFTER_REFUSAL;
        }
    }

    private void ask(List<Assessment> together) {
        int kept = 0;
        try {
            List<Verdict> asked = asking.ask(together);
            asked.forEach(verdicts::add);
            kept = asked.size();
        } catch (DataAccessException | TransactionException refused) {
            LOG.warn("{} are asked again after their lease", together);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            places.release(together.size() - kept);
        }
    }

    private static void pause(Duration pause) throws InterruptedException {
        if (!pause.isZero()) {
            Thread.sleep(pause);
        }
    }
}
