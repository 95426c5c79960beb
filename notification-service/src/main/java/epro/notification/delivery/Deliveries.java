package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertState;
import epro.notification.contact.Contact;
import epro.notification.contact.Contacts;
import epro.notification.journal.Changes;
import java.util.List;
import java.util.Optional;
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

    /** Tells these contacts and saves the alert; who was told for the same occasion before is not told again. */
    public void tell(Changes changes, Alert alert, List<Contact> told, Occasion occasion) {
        changes.save(alert);
        boolean everywhere = occasion.calls() && alert.status().urgency().isLoud();
        for (Contact contact : told) {
            channels.stream()
                    .filter(channel -> everywhere || channel.name().equals(InAppChannel.NAME))
                    .forEach(channel -> tell(changes, alert, channel, contact, occasion.name()));
        }
        if (everywhere) {
            channels.stream()
                    .filter(channel -> !channel.isWithinTransaction())
                    .filter(channel -> told.stream()
                            .allMatch(contact -> channel.addressOf(contact).isEmpty()))
                    .forEach(channel -> tellNearest(changes, alert, channel, occasion.name()));
        }
        changes.save(alert);
    }

    /** Tells the nearest contact whom the channel can reach and who was not told for the same occasion; says so if there is none. */
    void tellNearest(Changes changes, Alert alert, Channel channel, String occasion) {
        AlertIdentity identity = alert.identity();
        boolean told = contacts.everyone(identity.studyId(), identity.siteId()).stream()
                .anyMatch(contact -> tell(changes, alert, channel, contact, occasion));
        if (!told) {
            changes.afterCommit(() -> {
                meters.nobodyLeft(channel.name());
                LOG.error(
                        "Alert {} of case {} reaches nobody by {}, it stands in the inbox; give its site another contact",
                        identity.alertId(),
                        identity.caseNumber(),
                        channel.name());
            });
        }
    }

    /** Whether this contact is told now; false if they can't be reached there or were told before. */
    boolean tell(Changes changes, Alert alert, Channel channel, Contact contact, String occasion) {
        if (channel.addressOf(contact).isEmpty()) {
            return false;
        }
        Delivery delivery = Delivery.pending(alert, channel, contact, occasion, changes.now());
        if (!table.add(delivery)) {
            return false;
        }
        if (channel.isWithinTransaction()) {
            deliverNow(changes, alert, channel, delivery);
        } else {
            queue.add(delivery.deliveryId(), changes.now());
        }
        return true;
    }

    Optional<Channel> channel(String name) {
        return channels.stream().filter(channel -> channel.name().equals(name)).findFirst();
    }

    private void deliverNow(Changes changes, Alert alert, Channel channel, Delivery delivery) {
        Channel.Outcome outcome = channel.deliver(delivery.notice(alert));
        if (!(outcome instanceof Channel.Outcome.Delivered)) {
            throw new IllegalStateException(channel.name() + " must deliver within the transaction, or throw");
        }
        table.attempted(delivery, DeliveryState.DELIVERED, null, changes.now());
        if (alert.status().state() == AlertState.DETECTED) {
            alert.notified(changes.now());
        }
        changes.afterCommit(() -> meters.settled(channel.name(), DeliveryState.DELIVERED));
    }
}
