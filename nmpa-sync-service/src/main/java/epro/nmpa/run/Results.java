package epro.nmpa.run;

import epro.nmpa.journal.Changes;
import epro.nmpa.journal.Journal;
import epro.nmpa.journal.StatusChange;
import epro.nmpa.lease.Lease;
import epro.nmpa.status.RegisterStatus;
import epro.nmpa.trial.Trial;
import epro.nmpa.trial.TrialTable;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what came of asking for a trial, together with the progress of its run: both or neither. Whoever has lost the lease
 * writes nothing, for a successor may know better. What changes nothing takes no part in the journal.
 */
@Component
class Results {
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final TrialTable trials;
    private final RunTable runs;
    private final Context context;

    Results(Journal journal, TransactionTemplate transactions, TrialTable trials, RunTable runs, Context context) {
        this.journal = journal;
        this.transactions = transactions;
        this.trials = trials;
        this.runs = runs;
        this.context = context;
    }

    /** Who writes, and when. */
    @Component
    record Context(Lease lease, InstantSource clock) {}

    /** The register has the trial, and perhaps says of it how it is. */
    void known(UUID runId, String number, Optional<RegisterStatus> status) {
        if (status.isEmpty()) {
            apart(runId, number, Outcome.BLANK, () -> {});
        } else if (status.get().differsFrom(find(number).status())) {
            journal.write(changes -> changed(runId, number, status.get(), changes));
        } else {
            apart(
                    runId,
                    number,
                    Outcome.UNCHANGED,
                    () -> trials.confirm(number, context.clock().instant()));
        }
    }

    /** The register says that it has no such trial. */
    void unknown(UUID runId, String number) {
        journal.write(changes -> {
            settle(runId, number, Outcome.QUARANTINED);
            if (trials.quarantine(number, changes.now())) {
                changes.quarantined(number, runId.toString());
            }
            return Outcome.QUARANTINED;
        });
    }

    /** Nothing is known, and this run asks no more. */
    void failed(UUID runId, String number) {
        apart(runId, number, Outcome.FAILED, () -> {});
    }

    private Outcome changed(UUID runId, String number, RegisterStatus status, Changes changes) {
        settle(runId, number, Outcome.CHANGED);
        Trial before = find(number);
        int sequence = before.changes() + 1;
        trials.change(number, sequence, status, changes.now(), runId);
        changes.changed(new StatusChange(number, sequence, before.status(), status, runId));
        return Outcome.CHANGED;
    }

    private void apart(UUID runId, String number, Outcome outcome, Runnable work) {
        transactions.executeWithoutResult(_ -> {
            settle(runId, number, outcome);
            work.run();
        });
    }

    private void settle(UUID runId, String number, Outcome outcome) {
        if (!runs.leads(context.lease().fencing())) {
            throw new NotLeading();
        }
        Run run = runs.lock(runId).orElseThrow();
        if (!runs.settle(runId, number, outcome)) {
            throw new IllegalStateException("a trial is settled once in a run");
        }
        runs.save(runId, run.life().settled(outcome));
    }

    private Trial find(String number) {
        return trials.find(number).orElseThrow();
    }
}
