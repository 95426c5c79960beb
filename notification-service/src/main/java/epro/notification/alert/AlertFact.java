package epro.notification.alert;

import java.time.Instant;
import java.util.Map;

/**
 * One change that an alert has gone through.
 *
 * @param sequence counts the changes of one alert from 1 on
 * @param after how the alert stood then
 * @param detail what an auditor wants to know besides; nothing of the patient
 */
public record AlertFact(
        int sequence, AlertAction action, String actor, Instant at, AlertStatus after, Map<String, String> detail) {

    public AlertFact {
        detail = Map.copyOf(detail);
    }
}
