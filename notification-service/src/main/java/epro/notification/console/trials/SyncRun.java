package epro.notification.console.trials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pass over the trials, as nmpa-sync tells of it.
 *
 * @param state RUNNING, SUCCEEDED, PARTIAL, FAILED or CANCELLED; others may come
 */
record SyncRun(
        String runId,
        String state,
        int total,
        int done,
        int changed,
        int failed,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long remainingSeconds) {
    private static final int MINUTE = 60;
    private static final int IN_ALL = 100;

    SyncRun {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    /** Full only when it is. */
    public int percent() {
        return total == 0 ? IN_ALL : (int) ((long) IN_ALL * done / total);
    }

    /** Whole minutes that it still takes, rounded up; 0 if that is not known. */
    public long minutesLeft() {
        return remainingSeconds == null ? 0 : Math.ceilDiv(remainingSeconds, MINUTE);
    }
}
