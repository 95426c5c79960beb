package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.contact.ContactRole;
import epro.notification.contact.Place;
import epro.notification.delivery.Deliveries;
import epro.notification.delivery.Occasion;
import epro.notification.escalation.Escalations;
import org.springframework.stereotype.Component;

/**
 * Tells the contacts of an alert that is new or has changed. It always stands in their inbox. They are called to it, and called
 * again until someone acknowledges, if it leads its case, has become more urgent after it was acknowledged, or if nothing else to
 * which they are being called in its case is as urgent; whoever has been called to a case is not called to each report that joins it.
 */
@Component
class Call {
    private final Deliveries deliveries;
    private final Escalations escalations;

    Call(Deliveries deliveries, Escalations escalations) {
        this.deliveries = deliveries;
        this.escalations = escalations;
    }

    void out(Work work, Alert alert) {
        AlertIdentity identity = alert.identity();
        boolean calls = !alert.status().withdrawn() && calls(work, alert);
        var nearest = work.contacts().of(new Place(identity.studyId(), identity.siteId()), ContactRole.CRC);
        deliveries.tell(work.changes(), work.contacts(), alert, nearest, Occasion.revision(alert, calls));
        if (alert.isPressing()) {
            escalations.start(work.changes(), identity.leadId(), alert.status().urgency());
        }
    }

    private static boolean calls(Work work, Alert alert) {
        boolean isNews = alert.isPressing() && !work.alerts().callElsewhereInItsCase(alert);
        if (alert.hasJoined()) {
            raiseItsLead(work, alert);
        }
        return !alert.hasJoined() || alert.status().raised() || isNews;
    }

    private static void raiseItsLead(Work work, Alert alert) {
        Alert lead = work.alerts().leadOf(alert);
        if (alert.status().urgency().isAbove(lead.status().urgency())) {
            lead.raiseTo(alert.status().urgency(), work.changes().now());
            work.changes().save(lead);
        }
    }
}
