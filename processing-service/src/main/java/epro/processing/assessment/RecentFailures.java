package epro.processing.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When each question failed last, of so many as have failed most recently. Who is forgotten has one failure less held against
 * it. Safe for use by many threads.
 */
final class RecentFailures {
    private final Map<UUID, Instant> lastByQuestion;

    RecentFailures(int most) {
        lastByQuestion = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Instant> eldest) {
                return size() > most;
            }
        };
    }

    /** Notes another failure and says when it failed before, if that is known. */
    synchronized @Nullable Instant note(UUID question, Instant now) {
        Instant before = lastByQuestion.remove(question);
        lastByQuestion.put(question, now);
        return before;
    }

    synchronized void forget(UUID question) {
        lastByQuestion.remove(question);
    }

    synchronized int size() {
        return lastByQuestion.size();
    }
}
