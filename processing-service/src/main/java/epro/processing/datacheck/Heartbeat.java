package epro.processing.datacheck;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** While open, notes every second that a data check is alive and how far it has come, and cancels it once that is asked. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final UUID id;
    private final DataCheckRows rows;
    private final Progress progress;
    private final Ticket ticket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread beats;

    Heartbeat(UUID id, DataCheckRows rows, Progress progress, Ticket ticket) {
        this.id = id;
        this.rows = rows;
        this.progress = progress;
        this.ticket = ticket;
        this.beats = Thread.ofPlatform().daemon().name("data-check-heartbeat").start(this::beat);
    }

    /** Returns when the last beat is over, so that nobody cancels the work after this. */
    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (beats.isAlive()) {
            try {
                beats.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                note();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note() {
        Progress.Report report = progress.report();
        try {
            if (rows.beat(id, report)) {
                ticket.cancel();
            }
        } catch (DataAccessException | TransactionException e) {
            progress.takeBack(report);
            LOG.warn("A heartbeat of data check {} was not noted down, the next follows: {}", id, e.toString());
        }
    }
}
