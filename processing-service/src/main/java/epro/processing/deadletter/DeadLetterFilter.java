package epro.processing.deadletter;

import epro.processing.listing.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to; everything is optional. */
record DeadLetterFilter(
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    int rows() {
        return Page.rows(limit);
    }
}
