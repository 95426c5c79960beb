package epro.nmpa.run;

import epro.support.problem.StackOnly;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one run, in one process: whatever the database says is left of it.
 *
 * <ul>
 *   <li>Each trial has a virtual thread; how many of them wait is bounded, how many ask is the quota's business.
 *   <li>Progress is in the database only, so whoever comes after a crash does the rest and nothing twice.
 *   <li>Once stopped nothing more is asked, and all threads end.
 * </ul>
 */
final class SyncRun {
    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);
    private static final int PAGE = 500;

    private final UUID runId;
    private final RunTable table;
    private final TrialVisit visit;
    private final Semaphore waiting;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SyncRun(UUID runId, RunTable table, TrialVisit visit, int waiting) {
        this.runId = runId;
        this.table = table;
        this.visit = visit;
        this.waiting = new Semaphore(waiting);
    }

    /** Visits every trial that is left; returns when all visits have ended, settled or not. */
    void advance() throws InterruptedException {
        try {
            String last = "";
            for (List<Left> page = table.left(runId, last, PAGE);
                    !page.isEmpty();
                    page = table.left(runId, last, PAGE)) {
                for (Left trial : page) {
                    begin(trial);
                }
                last = page.getLast().registrationNumber();
            }
            threads.shutdown();
            awaitEnd();
        } catch (RejectedExecutionException stopped) {
            LOG.info(
                    "Run {} goes no further here: {}", runId, stopped.getClass().getSimpleName());
        } finally {
            threads.shutdownNow();
        }
        awaitEnd();
    }

    /** Ends it, from any thread: what is being asked is cut off, what waits does so no longer. */
    void stop() {
        threads.shutdownNow();
    }

    private void begin(Left trial) throws InterruptedException {
        waiting.acquire();
        try {
            threads.execute(() -> visit(trial));
        } catch (RejectedExecutionException stopped) {
            waiting.release();
            throw stopped;
        }
    }

    private void visit(Left trial) {
        try {
            visit.make(runId, trial);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (NotLeading | IllegalTransition late) {
            LOG.info("Run {}: an answer came too late and is dropped: {}", runId, late.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("Run {}: a trial is asked for again in a moment: {}", runId, StackOnly.of(failure));
        } finally {
            waiting.release();
        }
    }

    private void awaitEnd() throws InterruptedException {
        boolean ended = false;
        while (!ended) {
            ended = threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }
}
