package epro.notification.escalation;

import epro.notification.alert.Urgency;
import java.time.Instant;
import java.util.UUID;

/** The clock of a case is to begin at this urgency, if it does not run. */
record Start(UUID leadId, Urgency urgency, Instant at, Instant dueAt) {
    boolean isAbove(Start other) {
        return urgency.isAbove(other.urgency);
    }
}
