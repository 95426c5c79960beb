package epro.intake.request;

import epro.support.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Bounds how many batches are read at the same time, of all callers and of each, for each keeps its answers until its end. */
@Component
final class BatchPlaces {
    private static final int ALL_MAX = 16;
    private static final int EACH_MAX = 4;

    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** A place until it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes one for this caller.
     *
     * @throws ProblemException 503 {@code too-many-batches} with {@code Retry-After}
     */
    synchronized Place take(String subject) {
        if (all >= ALL_MAX || taken.getOrDefault(subject, 0) >= EACH_MAX) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "too-many-batches",
                            "Too many batches are being taken. Nothing was sent.")
                    .retryAfter(RetryAfter.SOON.spread());
        }
        all++;
        taken.merge(subject, 1, Integer::sum);
        return () -> giveBack(subject);
    }

    private synchronized void giveBack(String subject) {
        all--;
        taken.computeIfPresent(subject, (_, count) -> count == 1 ? null : count - 1);
    }
}
