package epro.processing.datacheck;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A piece of work on its way through {@link HandOff}. */
final class Ticket {

    private static final Logger LOG = LoggerFactory.getLogger(Ticket.class);

    private final Consumer<Ticket> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean cancelled;
    private @Nullable Thread runner;

    Ticket(Consumer<Ticket> work) {
        this.work = work;
    }

    /** Interrupts the work if it runs, and lets it begin interrupted if it does not yet. After its end this does nothing. */
    synchronized void cancel() {
        cancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /** Waits until the work has ended. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    void run(BooleanSupplier closed) {
        begin(closed);
        try {
            work.accept(this);
        } catch (RuntimeException | Error e) {
            LOG.error("Work threw what it should have reported; its worker goes on", e);
        } finally {
            end();
            ended.countDown();
        }
    }

    private synchronized void begin(BooleanSupplier closed) {
        runner = Thread.currentThread();
        if (cancelled || closed.getAsBoolean()) {
            runner.interrupt();
        }
    }

    /** From here on a cancel can't reach the thread any more; one that has reached it must not reach its next work. */
    private synchronized void end() {
        runner = null;
        boolean _ = Thread.interrupted();
    }
}
