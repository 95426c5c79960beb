package epro.nmpa.run;

import epro.nmpa.journal.Journal;
import epro.support.problem.StackOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts runs by itself where an interval is set; off by default. */
@Component
class RunSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(RunSchedule.class);

    private final SyncRuns runs;
    private final RunSettings settings;
    private final Journal journal;

    RunSchedule(SyncRuns runs, RunSettings settings, Journal journal) {
        this.runs = runs;
        this.settings = settings;
        this.journal = journal;
    }

    @Scheduled(fixedDelayString = "${epro.nmpa.schedule-interval:10s}")
    void startIfDue() {
        if (!settings.isScheduled() || !journal.isOpen()) {
            return;
        }
        try {
            runs.startIfDue().ifPresent(run -> LOG.info("Run {} starts as scheduled", run.runId()));
        } catch (RuntimeException failure) {
            LOG.warn("The schedule is looked at again in a moment: {}", StackOnly.of(failure));
        }
    }
}
