package epro.notification.delivery;

import epro.notification.alert.Urgency;
import java.util.Locale;
import java.util.UUID;

/**
 * All that a channel ever learns of an alert: nothing of the patient can leak through what has no place for it.
 *
 * @param deliveryId the same for every attempt
 */
public record Notice(
        UUID deliveryId,
        UUID alertId,
        String caseNumber,
        Urgency urgency,
        String recipient,
        String address,
        Locale language) {

    @Override
    public String toString() {
        return "Notice[" + deliveryId + "]";
    }
}
