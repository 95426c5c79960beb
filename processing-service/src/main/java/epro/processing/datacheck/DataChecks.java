package epro.processing.datacheck;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Starts data checks, one worker each, and cancels them, whichever replica runs them. */
class DataChecks implements AutoCloseable {

    private final DataCheckRows rows;
    private final BiConsumer<UUID, Ticket> run;
    private final HandOff workers;
    private final Duration handOffTime;

    DataChecks(DataCheckRows rows, BiConsumer<UUID, Ticket> run, DataCheckSettings settings) {
        this.rows = rows;
        this.run = run;
        this.workers = new HandOff(settings.workers(), "data-check");
        this.handOffTime = settings.handOffTime();
    }

    /** The id of a data check that a worker has taken; empty if none was free, which is then noted down as refused. */
    Optional<UUID> start(String requestedBy) throws InterruptedException {
        UUID id = rows.insert(requestedBy);
        if (workers.offer(ticket -> run.accept(id, ticket), handOffTime).isPresent()) {
            return Optional.of(id);
        }
        rows.end(id, DataCheckState.REFUSED, null);
        return Optional.empty();
    }

    Optional<DataCheck> find(UUID id) {
        return rows.find(id);
    }

    /** Asks it to end; its next heartbeat hears of it. False if it has already ended. */
    boolean cancel(UUID id) {
        return rows.requestCancel(id);
    }

    @Override
    public void close() {
        workers.close();
    }
}
