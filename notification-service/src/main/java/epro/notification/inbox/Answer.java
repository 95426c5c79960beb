package epro.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a person's answer to an alert. */
public sealed interface Answer {

    record Taken() implements Answer {}

    /** Somebody was faster. */
    record AlreadyAcknowledged(
            @Nullable Instant at, @Nullable String by) implements Answer {}
}
