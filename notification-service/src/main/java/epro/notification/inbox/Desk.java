package epro.notification.inbox;

import epro.notification.alert.Urgency;
import java.util.List;

/**
 * The alerts on a coordinator's desk: first what awaits an answer, the most urgent and then the oldest on top; then what was
 * taken back; then what was answered, the latest on top. Without deliveries and timelines.
 *
 * @param more whether there are further ones
 */
public record Desk(List<AlertView> alerts, boolean more) {

    /** How many of those shown press at this urgency. */
    public long waiting(Urgency urgency) {
        return alerts.stream()
                .filter(alert -> alert.awaitsAnswer() && !alert.withdrawn() && alert.urgency() == urgency)
                .count();
    }

    /** A site from which the caller may see alerts. */
    public record Place(String studyId, String siteId) {}
}
