package epro.nmpa.run;

import epro.nmpa.lease.Lease;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.support.problem.StackOnly;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does what is left of the run that is under way, on whichever replica gets the lease; without a run nobody holds it. */
@Component
class SyncRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SyncRunner.class);

    private final SyncRuns runs;
    private final RunTable table;
    private final TrialVisit visit;
    private final Lease lease;
    private final Doing doing;
    private volatile @Nullable Active active;

    SyncRunner(SyncRuns runs, RunTable table, TrialVisit visit, Lease lease, Doing doing) {
        this.runs = runs;
        this.table = table;
        this.visit = visit;
        this.lease = lease;
        this.doing = doing;
    }

    /** What it needs of the quota and the settings. */
    @Component
    record Doing(Quota quota, Permits permits, Pause pause, RunSettings settings) {}

    @Scheduled(fixedDelayString = "${epro.nmpa.look-interval:500ms}")
    void look() throws InterruptedException {
        try {
            Optional<Run> run = table.running();
            if (run.isPresent() && leads()) {
                work(run.get());
            }
        } catch (RuntimeException failure) {
            LOG.warn("Runs are looked for again in a moment: {}", StackOnly.of(failure));
        }
    }

    /** Renews the lease, and ends the work when it is lost or no longer wanted. */
    @Scheduled(fixedDelayString = "${epro.nmpa.renew-interval:#{@lease.renewEvery()}}")
    void renew() {
        Active current = active;
        if (current == null) {
            return;
        }
        try {
            boolean wanted = table.running()
                    .filter(run -> run.runId().equals(current.run().runId()))
                    .isPresent();
            if (!wanted || !lease.renew()) {
                current.work().stop();
            }
        } catch (RuntimeException failure) {
            LOG.warn("The lease is renewed again in a moment: {}", StackOnly.of(failure));
        }
    }

    /** A successor need not wait until the lease has run out, only until nothing can be at work any more. */
    @PreDestroy
    void close() {
        Active current = active;
        if (current != null) {
            current.work().stop();
            lease.release(doing.quota().longestInFlight());
        }
    }

    private boolean leads() {
        return lease.isHeld()
                || lease.take()
                        .map(tenure -> {
                            doing.pause().extend(tenure.paused());
                            LOG.info("Leads with lease {}", tenure.fencing());
                            return true;
                        })
                        .orElse(false);
    }

    private void work(Run run) throws InterruptedException {
        SyncRun work = new SyncRun(run.runId(), table, visit, doing.settings().waiting());
        active = new Active(run, work);
        try {
            work.advance();
            if (runs.finish(run.runId())) {
                LOG.info("Run {} has ended", run.runId());
            }
        } finally {
            active = null;
            work.stop();
        }
        if (table.running().isEmpty()) {
            lease.release(stillInFlight());
        }
    }

    /** The starts of the last second count until it is over, and a call that was cut off until it must have ended. */
    private Duration stillInFlight() {
        return Duration.ofNanos(
                Math.max(doing.quota().window().toNanos(), doing.permits().kept()));
    }

    private record Active(Run run, SyncRun work) {}
}
