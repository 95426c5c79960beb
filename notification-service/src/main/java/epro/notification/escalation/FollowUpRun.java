package epro.notification.escalation;

import epro.notification.alert.Alert;
import epro.notification.contact.Contact;
import epro.notification.contact.ContactRole;
import epro.notification.contact.Contacts;
import epro.notification.contact.Directory;
import epro.notification.contact.Place;
import epro.notification.delivery.Deliveries;
import epro.notification.delivery.Occasion;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at one case whose acknowledgement is so long ago that it ought to be assessed or closed. If it is not, people are called to
 * it as they were at first, and its escalation begins anew. The acknowledgement stays as it is; an answer is awaited once more.
 */
@Component
class FollowUpRun {
    private final Journal journal;
    private final EscalationTable table;
    private final Alerts alerts;
    private final Contacts contacts;
    private final Deliveries deliveries;

    FollowUpRun(Journal journal, EscalationTable table, Alerts alerts, Contacts contacts, Deliveries deliveries) {
        this.journal = journal;
        this.table = table;
        this.alerts = alerts;
        this.contacts = contacts;
        this.deliveries = deliveries;
    }

    /** The alert to which people were called; empty if nothing was due or all of the case is done with. */
    Optional<Alert> remind(UUID leadId) {
        return journal.write(changes ->
                table.ifToFollowUp(leadId, changes.now()).flatMap(escalation -> remind(changes, escalation)));
    }

    private Optional<Alert> remind(Changes changes, Escalation escalation) {
        Optional<Alert> left = alerts.acknowledgedOnlyIn(escalation.leadId());
        left.ifPresentOrElse(alert -> call(changes, alert, escalation), () -> table.followedUp(escalation.leadId()));
        return left;
    }

    private void call(Changes changes, Alert alert, Escalation escalation) {
        alert.remind(changes.now());
        Place place = new Place(alert.identity().studyId(), alert.identity().siteId());
        Directory around = contacts.around(List.of(place));
        List<Contact> told = around.of(place, ContactRole.CRC);
        deliveries.tell(changes, around, alert, told, Occasion.step(escalation.stepsDone() + 1));
        var firstStep = EscalationPolicy.of(escalation.urgency()).step(0);
        table.beganAnew(escalation.leadId(), changes.now(), changes.now().plus(firstStep.after()));
    }
}
