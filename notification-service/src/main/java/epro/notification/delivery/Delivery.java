package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.notification.contact.Contact;
import epro.schemas.Keys;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What one contact is told of one alert, for one occasion, on one channel.
 *
 * @param recipient the contact's name as it was then
 * @param urgency of the alert when it was made
 */
record Delivery(
        UUID deliveryId,
        UUID alertId,
        String channel,
        String contactId,
        String occasion,
        String recipient,
        String language,
        String address,
        DeliveryState state,
        int attempts,
        Urgency urgency,
        Instant createdAt) {

    /** Made again from the same, it has the same id. */
    static Delivery pending(Alert alert, Channel channel, Contact contact, String occasion, Instant now) {
        UUID alertId = alert.identity().alertId();
        return new Delivery(
                Keys.nameBased(alertId, channel.name(), contact.contactId(), occasion),
                alertId,
                channel.name(),
                contact.contactId(),
                occasion,
                contact.name(),
                contact.language(),
                channel.addressOf(contact).orElse(""),
                DeliveryState.PENDING,
                0,
                alert.status().urgency(),
                now);
    }

    Delivery in(DeliveryState next, int attempted) {
        return new Delivery(
                deliveryId,
                alertId,
                channel,
                contactId,
                occasion,
                recipient,
                language,
                address,
                next,
                attempted,
                urgency,
                createdAt);
    }

    Notice notice(Alert alert) {
        return new Notice(
                deliveryId,
                alertId,
                alert.identity().caseNumber(),
                alert.status().urgency(),
                recipient,
                address,
                Locale.of(language));
    }

    @Override
    public String toString() {
        return "Delivery[" + deliveryId + ", " + channel + ", " + state + "]";
    }
}
