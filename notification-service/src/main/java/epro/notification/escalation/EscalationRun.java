package epro.notification.escalation;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertAction;
import epro.notification.alert.AlertIdentity;
import epro.notification.contact.Contact;
import epro.notification.contact.Contacts;
import epro.notification.contact.Directory;
import epro.notification.contact.Place;
import epro.notification.delivery.Deliveries;
import epro.notification.delivery.Occasion;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes one step of one case: looks whether it is still pressing, tells the next, and sets the clock, in one transaction. */
@Component
class EscalationRun {
    private final Journal journal;
    private final EscalationTable table;
    private final Alerts alerts;
    private final Contacts contacts;
    private final Deliveries deliveries;

    EscalationRun(Journal journal, EscalationTable table, Alerts alerts, Contacts contacts, Deliveries deliveries) {
        this.journal = journal;
        this.table = table;
        this.alerts = alerts;
        this.contacts = contacts;
        this.deliveries = deliveries;
    }

    /** The alert for which people were told; empty if nothing was due, or somebody was faster, here or in another process. */
    Optional<Alert> advance(UUID leadId) {
        return journal.write(
                changes -> table.ifDue(leadId, changes.now()).flatMap(escalation -> step(changes, escalation)));
    }

    private Optional<Alert> step(Changes changes, Escalation escalation) {
        Optional<Alert> pressing = alerts.mostPressingIn(escalation.leadId());
        pressing.ifPresentOrElse(
                alert -> {
                    tell(changes, alert, escalation);
                    table.stepped(escalation.leadId(), escalation.dueAfter(changes.now()));
                },
                () -> table.rest(escalation.leadId()));
        return pressing;
    }

    private void tell(Changes changes, Alert alert, Escalation escalation) {
        AlertIdentity identity = alert.identity();
        int step = escalation.stepsDone() + 1;
        Place place = new Place(identity.studyId(), identity.siteId());
        Directory around = contacts.around(List.of(place));
        List<Contact> told = escalation.step().roles().stream()
                .flatMap(role -> around.of(place, role).stream())
                .distinct()
                .toList();
        String ids = told.stream().map(Contact::contactId).collect(Collectors.joining(" "));
        alert.remark(AlertAction.ESCALATED, changes.now(), Map.of("step", Integer.toString(step), "contacts", ids));
        deliveries.tell(changes, around, alert, told, Occasion.step(step));
    }
}
