package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertState;
import epro.notification.contact.Contact;
import epro.notification.contact.Contacts;
import epro.notification.contact.Directory;
import epro.notification.contact.Place;
import epro.notification.journal.Changes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes sure that contacts are told: in the inbox at once, elsewhere by a task that is in the database with the delivery, so
 * that neither is there without the other.
 *
 * <p>What is EMERGENCY or URGENT goes to every channel on which a contact can be reached; what is ROUTINE, or calls nobody,
 * stays in the inbox. Where a channel reaches none of them, the nearest other contact is told whom it does reach.
 */
@Component
public class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final List<Channel> channels;
    private final Contacts contacts;
    private final DeliveryTable table;
    private final DeliveryQueue queue;
    private final DeliveryMeters meters;

    Deliveries(
            List<Channel> channels,
            Contacts contacts,
            DeliveryTable table,
            DeliveryQueue queue,
            DeliveryMeters meters) {
        this.channels = List.copyOf(channels);
        this.contacts = contacts;
        this.table = table;
        this.queue = queue;
        this.meters = meters;
    }

    /** Tells these contacts and saves the alert, which nobody has been told of for this occasion before. */
    public void tell(Changes changes, Directory around, Alert alert, List<Contact> told, Occasion occasion) {
        boolean everywhere = occasion.calls() && alert.status().urgency().isLoud();
        Telling telling = new Telling(changes, around, alert, occasion.name(), new HashSet<>());
        for (Contact contact : told) {
            channels.stream()
                    .filter(channel -> everywhere || channel.name().equals(InAppChannel.NAME))
                    .forEach(channel -> tell(telling, channel, contact));
        }
        if (everywhere) {
            channels.stream()
                    .filter(channel -> !channel.isWithinTransaction())
                    .filter(channel -> told.stream()
                            .allMatch(contact -> channel.addressOf(contact).isEmpty()))
                    .forEach(channel -> tellNearest(telling, channel));
        }
        changes.save(alert);
    }

    /** Tells whoever comes next by the channel of this delivery, which was given up or is overdue. */
    void tellInstead(Changes changes, Alert alert, Delivery failed) {
        String occasion = failed.occasion();
        Set<UUID> told = new HashSet<>(table.idsOf(failed.alertId(), occasion));
        Place place = new Place(alert.identity().studyId(), alert.identity().siteId());
        Telling telling = new Telling(changes, contacts.around(List.of(place)), alert, occasion, told);
        channel(failed.channel()).ifPresent(channel -> tellNearest(telling, channel));
    }

    /** Tells the nearest contact whom the channel can reach and who was not told for the same occasion; says so if there is none. */
    private void tellNearest(Telling telling, Channel channel) {
        AlertIdentity identity = telling.alert().identity();
        boolean told = telling.contacts().everyone(telling.place()).stream()
                .anyMatch(contact -> tell(telling, channel, contact));
        if (!told) {
            telling.changes().afterCommit(() -> {
                meters.nobodyLeft(channel.name());
                LOG.error(
                        "Alert {} of case {} reaches nobody by {}, it stands in the inbox; give its site another"
                                + " contact",
                        identity.alertId(),
                        identity.caseNumber(),
                        channel.name());
            });
        }
    }

    /** Whether this contact is told now; false if they can't be reached there or were told before. */
    private boolean tell(Telling telling, Channel channel, Contact contact) {
        Alert alert = telling.alert();
        if (channel.addressOf(contact).isEmpty()) {
            return false;
        }
        Delivery delivery = Delivery.pending(
                alert, channel, contact, telling.occasion(), telling.changes().now());
        if (!telling.told().add(delivery.deliveryId())) {
            return false;
        }
        if (channel.isWithinTransaction()) {
            deliverNow(telling, channel, delivery);
        } else {
            made(telling).due(delivery);
        }
        return true;
    }

    Optional<Channel> channel(String name) {
        return channels.stream().filter(channel -> channel.name().equals(name)).findFirst();
    }

    private void deliverNow(Telling telling, Channel channel, Delivery delivery) {
        Alert alert = telling.alert();
        Channel.Outcome outcome = channel.deliver(delivery.notice(alert));
        if (!(outcome instanceof Channel.Outcome.Delivered)) {
            throw new IllegalStateException(channel.name() + " must deliver within the transaction, or throw");
        }
        made(telling).arrived(delivery);
        if (alert.status().state() == AlertState.DETECTED) {
            alert.notified(telling.changes().now());
        }
        telling.changes().afterCommit(() -> meters.settled(channel.name(), DeliveryState.DELIVERED));
    }

    private NewDeliveries made(Telling telling) {
        return telling.changes().part(NewDeliveries.class, () -> new NewDeliveries(table, queue));
    }
}
