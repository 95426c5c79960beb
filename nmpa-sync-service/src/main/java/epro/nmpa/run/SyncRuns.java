package epro.nmpa.run;

import epro.nmpa.journal.Changes;
import epro.nmpa.journal.Journal;
import epro.support.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Starts, ends and finds runs. There is one at a time. */
@Component
class SyncRuns {
    private static final String SERVICE = "nmpa-sync-service";

    private final Journal journal;
    private final RunTable table;
    private final RunSettings settings;

    SyncRuns(Journal journal, RunTable table, RunSettings settings) {
        this.journal = journal;
        this.table = table;
        this.settings = settings;
    }

    /**
     * Starts a run over these trials, or over all that are due.
     *
     * @throws ProblemException 409 {@code run-in-progress}, 400 {@code unknown-trial}; nothing is started then
     */
    Run start(String requestedBy, @Nullable Set<String> numbers) {
        return journal.write(changes -> {
            table.running().ifPresent(running -> {
                throw inProgress(running);
            });
            return begin(requestedBy, numbers, changes);
        });
    }

    /** Starts one by itself if the last one began long enough ago. */
    Optional<Run> startIfDue() {
        return journal.write(changes -> {
            Instant latest = changes.now().minus(settings.interval());
            boolean due = table.running().isEmpty()
                    && table.before(changes.now().plusSeconds(1), new UUID(-1, -1), 1).stream()
                            .allMatch(last -> !last.startedAt().isAfter(latest));
            return due ? Optional.of(begin(SERVICE, null, changes)) : Optional.empty();
        });
    }

    /**
     * Ends a run before its time.
     *
     * @throws ProblemException 404 {@code unknown-run}, 409 {@code run-has-ended}
     */
    Run cancel(UUID runId, String by) {
        return journal.write(changes -> {
            Run run = table.lock(runId).orElseThrow(SyncRuns::unknown);
            if (run.life().state() != RunState.RUNNING) {
                throw new ProblemException(HttpStatus.CONFLICT, "run-has-ended", "This run has ended before.")
                        .with("state", run.life().state().name());
            }
            RunLife life = run.life().cancelled(changes.now());
            table.save(runId, life);
            record("SYNC_RUN_CANCELLED", by, runId, life, changes);
            return new Run(runId, run.startedAt(), life);
        });
    }

    /** Ends a run whose trials are all settled; whether it was one. */
    boolean finish(UUID runId) {
        return journal.write(changes -> {
            Run run = table.lock(runId).orElseThrow();
            boolean over = run.life().state() == RunState.RUNNING
                    && run.life().done() == run.life().total();
            if (over) {
                RunLife life = run.life().finished(changes.now());
                table.save(runId, life);
                record("SYNC_RUN_ENDED", SERVICE, runId, life, changes);
            }
            return over;
        });
    }

    static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-run", "There is no such run.");
    }

    private Run begin(String requestedBy, @Nullable Set<String> numbers, Changes changes) {
        UUID runId = UUID.randomUUID();
        table.insert(runId, requestedBy, changes.now());
        int total = numbers == null
                ? table.addDue(runId, changes.now().minus(settings.dueAfter()))
                : table.addNamed(runId, numbers);
        if (numbers != null && total < numbers.size()) {
            throw new ProblemException(
                            HttpStatus.BAD_REQUEST, "unknown-trial", "Some of these trials were never taken in.")
                    .with("unknown", numbers.size() - total);
        }
        RunLife life = RunLife.of(total);
        table.save(runId, life);
        record("SYNC_RUN_STARTED", requestedBy, runId, life, changes);
        return new Run(runId, changes.now(), life);
    }

    private static void record(String action, String actor, UUID runId, RunLife life, Changes changes) {
        changes.record(
                action,
                actor,
                "sync-run/" + runId,
                Map.of(
                        "state", life.state().name(),
                        "total", Integer.toString(life.total()),
                        "done", Integer.toString(life.done()),
                        "changed", Integer.toString(life.changed()),
                        "failed", Integer.toString(life.failed())));
    }

    private static ProblemException inProgress(Run running) {
        return new ProblemException(HttpStatus.CONFLICT, "run-in-progress", "Another run is under way.")
                .with("runId", running.runId().toString());
    }
}
