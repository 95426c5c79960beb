package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertState;
import epro.notification.alert.AlertStatus;
import epro.notification.alert.Seen;
import epro.notification.alert.Urgency;
import epro.notification.escalation.Escalations;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import java.util.List;
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

    /** Takes on the whole case, every alert of it that awaits an answer, unless there is more to it than was seen. */
    Answer acknowledge(UUID alertId, Acknowledgement seen, String actor) {
        return journal.write(changes -> {
            Alert asked = alerts.find(alertId).orElseThrow();
            if (!asked.awaitsAnswer()) {
                return new Answer.AlreadyAcknowledged(
                        asked.status().acknowledgedAt(), asked.status().acknowledgedBy());
            }
            Urgency ofCase = urgencyOfCase(asked);
            if (isMoreThan(seen, asked, ofCase)) {
                return new Answer.ChangedMeanwhile(asked, ofCase);
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

    private Urgency urgencyOfCase(Alert alert) {
        UUID leadId = alert.identity().leadId();
        return alerts.urgencies(List.of(leadId))
                .getOrDefault(leadId, alert.status().urgency());
    }

    /** Who names only the revision, is held to have seen it as it was when it came. */
    private boolean isMoreThan(Acknowledgement seen, Alert asked, Urgency ofCase) {
        AlertStatus status = asked.status();
        int revision = seen.revision() == null ? status.revision() : seen.revision();
        if (seen.urgency() != null) {
            return asked.isMoreThan(new Seen(revision, seen.urgency())) || ofCase.isAbove(seen.urgency());
        }
        Urgency urgency = seen.revision() == null
                ? status.urgency()
                : alerts.urgencyAt(asked.identity().alertId(), revision).orElse(status.urgency());
        return asked.isMoreThan(new Seen(revision, urgency));
    }

    private void acknowledgeCase(Changes changes, UUID leadId, String actor) {
        alerts.ofCase(leadId).stream().filter(Alert::awaitsAnswer).forEach(alert -> {
            alert.acknowledge(actor, changes.now());
            changes.save(alert);
        });
        escalations.rest(leadId);
    }
}
