package epro.notification.inbox;

import epro.notification.alert.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a person's answer to an alert. */
public sealed interface Answer {

    record Taken(Alert alert) implements Answer {}

    /** Somebody was faster. */
    record AlreadyAcknowledged(
            @Nullable Instant at, @Nullable String by) implements Answer {}
}
