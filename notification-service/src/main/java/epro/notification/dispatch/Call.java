package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.contact.ContactRole;
import epro.notification.contact.Contacts;
import epro.notification.delivery.Deliveries;
import epro.notification.delivery.Occasion;
import epro.notification.escalation.Escalations;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import org.springframework.stereotype.Component;

/**
 * Tells the contacts of an alert that is new or has changed. It always stands in their inbox. They are called to it, and called
 * again until someone acknowledges, if it leads its case, has become more urgent after it was acknowledged, or if nothing else to
 * which they are being called in its case is as urgent; whoever has been called to a case is not called to each report that joins it.
 */
@Component
class Call {
    private final Alerts alerts;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Escalations escalations;

    Call(Alerts alerts, Contacts contacts, Deliveries deliveries, Escalations escalations) {
        this.alerts = alerts;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.escalations = escalations;
    }

    void out(Changes changes, Alert alert) {
        AlertIdentity identity = alert.identity();
        boolean calls = !alert.status().withdrawn() && calls(changes, alert);
        var nearest = contacts.of(identity.studyId(), identity.siteId(), ContactRole.CRC);
        deliveries.tell(changes, alert, nearest, Occasion.revision(alert, calls));
        if (alert.isPressing()) {
            escalations.start(changes, identity.leadId(), alert.status().urgency());
        }
    }

    private boolean calls(Changes changes, Alert alert) {
        boolean isNews = alert.isPressing() && !alerts.callElsewhereInItsCase(alert);
        if (alert.hasJoined()) {
            raiseItsLead(changes, alert);
        }
        return !alert.hasJoined() || alert.status().raised() || isNews;
    }

    private void raiseItsLead(Changes changes, Alert alert) {
        Alert lead = alerts.find(alert.identity().leadId()).orElseThrow();
        if (alert.status().urgency().isAbove(lead.status().urgency())) {
            lead.raiseTo(alert.status().urgency(), changes.now());
            changes.save(lead);
        }
    }
}
