package epro.cli.sync;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cancels a run if this process ends before the run does, for instance on Ctrl-C. */
final class CancelOnExit implements AutoCloseable {

    private final AtomicBoolean armed = new AtomicBoolean(true);
    private final SyncClient client;
    private final String runId;
    private final Thread hook = Thread.ofPlatform().name("cancel-on-exit").unstarted(this::cancel);

    private CancelOnExit(SyncClient client, String runId) {
        this.client = client;
        this.runId = runId;
    }

    static CancelOnExit of(SyncClient client, String runId) {
        CancelOnExit cancel = new CancelOnExit(client, runId);
        Runtime.getRuntime().addShutdownHook(cancel.hook);
        return cancel;
    }

    /** Says on standard error what became of it, since nobody is left to take an answer. */
    void cancel() {
        if (armed.compareAndSet(true, false)) {
            try {
                System.err.println("\nCancelled. " + client.cancel(runId).text());
            } catch (IOException | RuntimeException e) {
                System.err.println("\nThe run could not be cancelled and goes on: " + e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From now on the end of this process means nothing to the run. */
    @Override
    public void close() {
        armed.set(false);
    }
}
