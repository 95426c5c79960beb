package epro.nmpa.quota;

import epro.nmpa.quota.NotStarted.Reason;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where every request goes through at the moment at which it is written.
 *
 * <ul>
 *   <li>One at a time: between the last look at the lease and the end of the write there is one request at most. A process that
 *       was stopped there and wakes after its lease has passed on writes that one, and no other.
 *   <li>Starts are as far apart as the limiter demands, by the times at which they are written and not at which they were asked for.
 *   <li>What is not started leaves no trace in the log of starts.
 * </ul>
 */
public final class Gate {
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final StartLimiter limiter;
    private final Pause pause;
    private final BooleanSupplier leading;
    private final MonotonicTime time;

    public Gate(StartLimiter limiter, Pause pause, BooleanSupplier leading, MonotonicTime time) {
        this.limiter = limiter;
        this.pause = pause;
        this.leading = leading;
        this.time = time;
    }

    /**
     * Writes when it may.
     *
     * @throws NotStarted if nothing was written
     * @throws IOException what the write throws
     */
    public void pass(Write write) throws IOException {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        try {
            awaitTurn();
            requireAllowed();
            start(write);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void start(Write write) throws IOException {
        try {
            write.run();
        } finally {
            limiter.started(time.nanos());
        }
    }

    private void awaitTurn() throws NotStarted {
        for (long wait = limiter.delay(time.nanos()); wait > 0; wait = limiter.delay(time.nanos())) {
            requireAllowed();
            try {
                time.pass(wait);
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
        }
    }

    private void requireAllowed() throws NotStarted {
        if (pause.remaining() > 0) {
            throw new NotStarted(Reason.PAUSED);
        }
        if (!leading.getAsBoolean()) {
            throw new NotStarted(Reason.NOT_LEADING);
        }
    }

    private static NotStarted interrupted() {
        Thread.currentThread().interrupt();
        return new NotStarted(Reason.INTERRUPTED);
    }

    /** Writes a request. */
    @FunctionalInterface
    public interface Write {
        void run() throws IOException;
    }
}
