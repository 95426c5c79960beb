package epro.processing.pipeline;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many batches are worked at at the same time. Sixteen consumers may each have one in hand; more than the processors
 * and the database get done at once only fill the heap, and the garbage collector's time with it.
 */
@Component
class BatchesAtOnce {
    private static final int A_PROCESSOR = 2;

    private final Semaphore places;

    /**
     * A bound on batches.
     *
     * @param most how many at once; 0 for two a processor, of which one waits for the database
     */
    BatchesAtOnce(@Value("${epro.batches-at-once}") int most) {
        if (most < 0) {
            throw new IllegalArgumentException("epro.batches-at-once must not be negative, was " + most);
        }
        this.places =
                new Semaphore(most == 0 ? A_PROCESSOR * Runtime.getRuntime().availableProcessors() : most, true);
    }

    /** Waits for its turn, in the order of coming, and works; an interruption ends the waiting. */
    <T> T work(Work<T> work) throws SQLException, InterruptedException {
        places.acquire();
        try {
            return work.done();
        } finally {
            places.release();
        }
    }

    /** What is done to a batch. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException;
    }
}
