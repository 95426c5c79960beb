package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertState;
import epro.notification.escalation.Escalations;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people do with alerts. Of two who acknowledge the same at the same time, one does and the other hears of it. */
@Component
class Answers {
    private final Journal journal;
    private final Alerts alerts;
    private final Escalations escalations;

    Answers(Journal journal, Alerts alerts, Escalations escalations) {
        this.journal = journal;
        this.alerts = alerts;
        this.escalations = escalations;
    }

    /** Takes on the whole case: every alert of it that awaits an answer. */
    Answer acknowledge(UUID alertId, String actor) {
        return journal.write(changes -> {
            Alert asked = alerts.find(alertId).orElseThrow();
            if (!asked.awaitsAnswer()) {
                return new Answer.AlreadyAcknowledged(
                        asked.status().acknowledgedAt(), asked.status().acknowledgedBy());
            }
            acknowledgeCase(changes, asked.identity().leadId(), actor);
            return new Answer.Taken();
        });
    }

    /** Someone has opened it; what was seen or answered before stays as it is. */
    Alert see(UUID alertId, String actor) {
        return journal.write(changes -> {
            Alert alert = alerts.find(alertId).orElseThrow();
            if (alert.status().state() == AlertState.NOTIFIED) {
                alert.seen(actor, changes.now());
                changes.save(alert);
            }
            return alert;
        });
    }

    private void acknowledgeCase(Changes changes, UUID leadId, String actor) {
        alerts.ofCase(leadId).stream().filter(Alert::awaitsAnswer).forEach(alert -> {
            alert.acknowledge(actor, changes.now());
            changes.save(alert);
        });
        escalations.rest(leadId);
    }
}
