package epro.stack.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One process that is kept running from {@link #start} to {@link #stop}: when it ends in between, it is started again at
 * once, until its {@link RestartPolicy} gives it up.
 *
 * <p>Thread-safe. At most one process runs at any time.
 */
public final class Supervised {

    private static final Executor SOON = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    private final Recipe recipe;
    private final Launcher launcher;
    private final InstantSource clock;
    private final Observer observer;
    private final RestartPolicy policy = new RestartPolicy();
    private State state = State.STOPPED;
    private @Nullable Process process;

    private enum State {
        STOPPED,
        RUNNING,
        GIVEN_UP
    }

    Supervised(Recipe recipe, Launcher launcher, InstantSource clock, Observer observer) {
        this.recipe = recipe;
        this.launcher = launcher;
        this.clock = clock;
        this.observer = observer;
    }

    /** Starts the process, unless it already runs. */
    public synchronized void start() {
        if (state != State.RUNNING) {
            state = State.RUNNING;
            launch();
        }
    }

    private synchronized void launch() {
        if (state != State.RUNNING) {
            return;
        }
        Process started = launcher.launch(recipe);
        process = started;
        observer.started(recipe.name(), started.pid());
        var _ = started.onExit().thenAccept(this::ended);
    }

    /** A start that fails, for instance for want of memory, is tried again. */
    private void launchAgain() {
        try {
            launch();
        } catch (IllegalStateException _) {
            SOON.execute(this::launchAgain);
        }
    }

    private synchronized void ended(Process ended) {
        if (state != State.RUNNING || !ended.equals(process)) {
            return;
        }
        if (recipe.leftover().test(LogTail.of(recipe.log(), 3))) {
            SOON.execute(this::launchAgain);
        } else if (policy.startsAgainAfterDeathAt(clock.instant())) {
            observer.died(recipe.name(), ended.exitValue());
            launchAgain();
        } else {
            state = State.GIVEN_UP;
            observer.gaveUp(recipe.name(), ended.exitValue());
        }
    }

    /**
     * Waits until the process answers its probe.
     *
     * @throws NotReady when it has been given up, or does not answer in time
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers()) {
            if (givenUp() || System.nanoTime() > deadline) {
                throw new NotReady(recipe.name(), recipe.log(), givenUp() ? "died too often" : "was not ready in time");
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            return recipe.probe().ready();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotReady(recipe.name(), recipe.log(), "was not waited for");
        } catch (Exception _) {
            return false;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotReady(recipe.name(), recipe.log(), "was not waited for");
        }
    }

    /** Asks the process to end, waits, and kills it when the patience is over. */
    public void stop(Duration patience) {
        Process stopping = beStopped();
        if (stopping == null) {
            return;
        }
        Signal.CONT.send(family(stopping));
        recipe.stopSignal().send(List.of(stopping.pid()));
        try {
            if (!stopping.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                Signal.KILL.send(family(stopping));
                stopping.waitFor();
            }
        } catch (InterruptedException _) {
            Signal.KILL.send(family(stopping));
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process beStopped() {
        state = State.STOPPED;
        return process;
    }

    /** Ends the process without warning, as a crash does; supervision then starts it again. */
    public void kill() {
        signal(Signal.KILL);
    }

    /** Sends the process a signal, as anybody might; if that ends it, supervision starts it again. */
    public void signal(Signal signal) {
        signal.send(List.of(pid()));
    }

    /** Freezes the process and its children: they hold their connections and answer nothing. */
    public void suspend() {
        Signal.STOP.send(family(current()));
    }

    /** Lets a suspended process go on. */
    public void resume() {
        Signal.CONT.send(family(current()));
    }

    public long pid() {
        return current().pid();
    }

    public synchronized boolean givenUp() {
        return state == State.GIVEN_UP;
    }

    private synchronized Process current() {
        if (process == null) {
            throw new IllegalStateException(recipe.name() + " has not been started");
        }
        return process;
    }

    private static List<Long> family(Process process) {
        LongStream children = process.descendants().mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(process.pid()), children).boxed().toList();
    }
}
