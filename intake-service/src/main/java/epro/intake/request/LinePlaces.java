package epro.intake.request;

import epro.intake.buffer.BufferSettings;
import epro.support.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Bounds how many lines of all batches together are on their way: half of the buffer's places, but one at least. So batches do not find
 * the buffer full because of each other, and the other half is left to single submissions. Safe for any number of threads.
 *
 * <ul>
 *   <li>A line holds its place until the log has answered, whoever still waits for that, as it holds its place in the buffer.
 *   <li>Whoever waits is served in the order of coming. A batch waits for one place at a time, so batches take turns.
 *   <li>A batch may wait while it holds others: they come back with the log's answers, and these come without its doing.
 * </ul>
 */
@Component
final class LinePlaces {
    private final Semaphore free;

    LinePlaces(BufferSettings settings) {
        free = new Semaphore(Math.max(1, settings.capacity() / 2), true);
    }

    /**
     * Waits for one.
     *
     * @throws ProblemException 503 {@code shutting-down} where the thread is interrupted
     */
    Place take() {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.shuttingDown();
        }
        return new Place();
    }

    /** That of one line, given back when it is closed, unless it is kept. For one thread. */
    final class Place implements AutoCloseable {
        private boolean kept;

        private Place() {}

        /** For a line that is on its way. */
        void keepUntil(CompletableFuture<?> answered) {
            kept = true;
            var _ = answered.whenComplete((_, _) -> free.release());
        }

        @Override
        public void close() {
            if (!kept) {
                free.release();
            }
        }
    }
}
