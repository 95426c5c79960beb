package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a person's answer to an alert. */
public sealed interface Answer {

    /**
     * The case is theirs.
     *
     * @param caseUrgency of the most urgent in it
     * @param wholeCase whether all of it was taken at once; else the rest follows
     */
    record Taken(Instant at, Urgency caseUrgency, boolean wholeCase) implements Answer {}

    /** Somebody was faster. */
    record AlreadyAcknowledged(
            @Nullable Instant at, @Nullable String by) implements Answer {}

    /**
     * There is more to it than who wants to acknowledge has seen; nothing was done.
     *
     * @param caseUrgency of the most urgent in its case
     */
    record ChangedMeanwhile(Alert now, Urgency caseUrgency) implements Answer {}
}
