package epro.processing.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to; everything is optional. */
record DeadLetterFilter(
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    int rows() {
        return limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
    }
}
