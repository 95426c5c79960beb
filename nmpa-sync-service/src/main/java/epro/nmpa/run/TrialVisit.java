package epro.nmpa.run;

import epro.nmpa.lease.Lease;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.NotStarted;
import epro.nmpa.regulator.Answer;
import epro.nmpa.regulator.Regulator;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks for one trial until something is known of it, or this run has asked often enough. */
@Component
class TrialVisit {
    private final Regulator regulator;
    private final Lease lease;
    private final Results results;
    private final RunTable runs;
    private final VisitSettings settings;

    TrialVisit(Regulator regulator, Lease lease, Results results, RunTable runs, VisitSettings settings) {
        this.regulator = regulator;
        this.lease = lease;
        this.results = results;
        this.runs = runs;
        this.settings = settings;
    }

    /** Returns when the trial is settled, or nothing may be asked any more. */
    void make(UUID runId, Left trial) throws InterruptedException {
        String number = trial.registrationNumber();
        int attempts = trial.attempts();
        while (true) {
            Answer answer = regulator.ask(number);
            settings.meters().answered(answer);
            switch (answer) {
                case Answer.Known(var status) -> {
                    results.known(runId, number, status);
                    return;
                }
                case Answer.Unknown _ -> {
                    results.unknown(runId, number);
                    return;
                }
                case Answer.NotAsked(var reason)
                when reason != NotStarted.Reason.PAUSED -> {
                    return;
                }
                case Answer.NotAsked _ -> {}
                case Answer.Wait(var span) -> lease.pause(span);
                case Answer.Failed _ -> {
                    attempts++;
                    if (attempts >= settings.run().attempts()) {
                        results.failed(runId, number);
                        return;
                    }
                    backOff(runId, number, attempts);
                }
            }
        }
    }

    /** This trial only: its permit is given back, others go on. */
    private void backOff(UUID runId, String number, int attempts) throws InterruptedException {
        runs.attempted(runId, number, attempts);
        Duration pause = settings.run().pauseAfter(attempts);
        MonotonicTime.SYSTEM.pass(pause.toNanos());
    }
}
