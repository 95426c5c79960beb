package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.contact.Directory;
import epro.notification.contact.Place;
import epro.notification.journal.Changes;
import java.util.Set;
import java.util.UUID;

/**
 * That people are told of one alert for one occasion, in one transaction.
 *
 * @param told the deliveries that there are for it; grows with each
 */
record Telling(Changes changes, Directory contacts, Alert alert, String occasion, Set<UUID> told) {
    Place place() {
        return new Place(alert.identity().studyId(), alert.identity().siteId());
    }
}
