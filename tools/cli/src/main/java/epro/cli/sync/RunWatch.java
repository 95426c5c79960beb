package epro.cli.sync;

import epro.cli.StackNotThere;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Follows a run to its end. Patient with a service that is started again meanwhile: its runs go on. */
public record RunWatch(SyncClient client, Duration pause, Duration silenceMax) {

    /** Twice a second, and half a minute without an answer at most. */
    public static RunWatch usual(SyncClient client) {
        return new RunWatch(client, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /**
     * Returns the run as it ended.
     *
     * @param seen is told of each state on the way
     * @throws StackNotThere if nothing answers for too long
     */
    public SyncRun ended(SyncRun begun, Consumer<SyncRun> seen) throws InterruptedException {
        SyncRun run = begun;
        long lastHeard = System.nanoTime();
        seen.accept(run);
        while (run.running()) {
            Thread.sleep(pause);
            try {
                run = client.find(begun.id());
                lastHeard = System.nanoTime();
                seen.accept(run);
            } catch (IOException e) {
                if (System.nanoTime() - lastHeard > silenceMax.toNanos()) {
                    throw new StackNotThere(
                            "nmpa-sync does not answer any more; run %s goes on when it is back".formatted(begun.id()));
                }
            }
        }
        return run;
    }
}
