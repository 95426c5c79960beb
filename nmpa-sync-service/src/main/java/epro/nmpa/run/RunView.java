package epro.nmpa.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it.
 *
 * @param remainingSeconds by the pace so far, and never faster than the quota allows; null once it has ended
 */
record RunView(
        UUID runId,
        RunState state,
        int total,
        int done,
        int changed,
        int failed,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long remainingSeconds) {

    static RunView of(Run run, Instant now, double startsPerSecond) {
        RunLife life = run.life();
        return new RunView(
                run.runId(),
                life.state(),
                life.total(),
                life.done(),
                life.changed(),
                life.failed(),
                run.startedAt(),
                life.endedAt(),
                life.state() == RunState.RUNNING ? remaining(run, now, startsPerSecond) : null);
    }

    private static long remaining(Run run, Instant now, double startsPerSecond) {
        double seconds = Math.max(1, Duration.between(run.startedAt(), now).toMillis() / 1_000.0);
        int done = run.life().done();
        double pace = done == 0 ? startsPerSecond : Math.min(startsPerSecond, done / seconds);
        return (long) Math.ceil((run.life().total() - done) / pace);
    }
}
