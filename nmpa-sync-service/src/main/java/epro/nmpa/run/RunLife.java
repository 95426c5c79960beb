package epro.nmpa.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a run. It guards itself: what its state does not allow is refused, and named in the error.
 *
 * @param total how many trials it is about
 * @param done of these, how many are settled, for good or bad
 * @param changed how many have another status than before
 * @param failed how many could not be asked with success
 */
record RunLife(
        RunState state,
        int total,
        int done,
        int changed,
        int failed,
        @Nullable Instant endedAt) {

    static RunLife of(int total) {
        return new RunLife(RunState.RUNNING, total, 0, 0, 0, null);
    }

    /** One more trial is settled. */
    RunLife settled(Outcome outcome) {
        requireRunning("told of a trial");
        if (done == total) {
            throw new IllegalStateException("all " + total + " trials were settled before");
        }
        return new RunLife(
                state,
                total,
                done + 1,
                changed + (outcome == Outcome.CHANGED ? 1 : 0),
                failed + (outcome.isFailure() ? 1 : 0),
                null);
    }

    /** All trials are settled. */
    RunLife finished(Instant now) {
        requireRunning("finished");
        if (done < total) {
            throw new IllegalStateException((total - done) + " trials are not settled yet");
        }
        return ended(verdict(), now);
    }

    /** Whoever runs the system wants no more of it. */
    RunLife cancelled(Instant now) {
        requireRunning("cancelled");
        return ended(RunState.CANCELLED, now);
    }

    private RunState verdict() {
        if (failed == 0) {
            return RunState.SUCCEEDED;
        }
        return failed == total ? RunState.FAILED : RunState.PARTIAL;
    }

    private RunLife ended(RunState end, Instant now) {
        return new RunLife(end, total, done, changed, failed, now);
    }

    private void requireRunning(String what) {
        if (state != RunState.RUNNING) {
            throw new IllegalTransition(what, state);
        }
    }
}
