package epro.cli.demo.trials;

import epro.cli.sync.SyncRun;
import epro.simulator.regulator.RegulatorLog;

/**
 * How a sync run ended.
 *
 * @param wrong trials whose stored status is not the register's
 * @param twice status changes that were stored beyond each trial's first, though the register stood still
 * @param seen what the regulator itself has counted
 */
public record Synced(SyncRun run, long wrong, long twice, double seconds, RegulatorLog seen) {

    /** Every trial as in the register, and the regulator saw no more than it allows. */
    public boolean fine() {
        return run.succeeded() && wrong == 0 && twice == 0 && seen.violations().isEmpty();
    }

    /** What of this goes into the evidence. */
    public record Figures(
            String state, long total, long done, long changed, long failed, long wrong, long twice, double seconds) {}

    public Figures figures() {
        return new Figures(run.state(), run.total(), run.done(), run.changed(), run.failed(), wrong, twice, seconds);
    }
}
