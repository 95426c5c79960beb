package epro.notification.stream;

import epro.notification.alert.AlertAction;
import epro.notification.alert.AlertState;
import epro.notification.alert.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an alert as the stream tells it: enough to know whether to look, and nothing of the patient.
 *
 * @param number above that of every change before it, for ever
 */
record StreamedChange(
        long number,
        UUID alertId,
        @Nullable UUID joinedTo,
        String caseNumber,
        UUID aeId,
        int revision,
        String studyId,
        String siteId,
        AlertState state,
        Urgency urgency,
        AlertAction action,
        String actor,
        Instant at) {

    boolean isAfter(long other) {
        return number > other;
    }
}
