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
 *   <li>A connection that is opened within a turn is used in it: at most one is open that nothing was written to.
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
        try (Turn turn = enter()) {
            turn.write(write);
        }
    }

    /**
     * Waits for its turn. Nobody else has one until it is closed, by the same thread.
     *
     * @throws NotStarted if nothing may be written
     */
    public Turn enter() throws NotStarted {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        Turn turn = new Turn();
        try {
            awaitTurn();
            requireAllowed();
            return turn;
        } catch (NotStarted | RuntimeException refused) {
            turn.close();
            throw refused;
        }
    }

    /** During which it lets nobody through. */
    public Pause pause() {
        return pause;
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

    /** The right to write once; over after that, or when it is closed. */
    public final class Turn implements AutoCloseable {
        private boolean over;

        private Turn() {}

        /**
         * Writes, if that is still allowed.
         *
         * @throws NotStarted if nothing was written
         * @throws IOException what the write throws
         */
        public void write(Write write) throws IOException {
            if (over) {
                throw new IllegalStateException("a turn is for one write");
            }
            try {
                requireAllowed();
                start(write);
            } finally {
                close();
            }
        }

        private void start(Write write) throws IOException {
            try {
                write.run();
            } finally {
                limiter.started(time.nanos());
            }
        }

        /** Does nothing the second time. */
        @Override
        public void close() {
            if (!over) {
                over = true;
                oneAtATime.unlock();
            }
        }
    }

    /** Writes a request. */
    @FunctionalInterface
    public interface Write {
        void run() throws IOException;
    }
}
