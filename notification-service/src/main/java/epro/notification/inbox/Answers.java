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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people do with alerts. Of two who acknowledge the same at the same time, one does and the other hears of it. */
@Component
class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int MOST_AT_ONCE = 500;

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
        Answer answer = journal.write(changes -> answer(changes, alertId, seen, actor));
        if (answer instanceof Answer.Taken taken && !taken.wholeCase()) {
            UUID leadId = alerts.find(alertId).orElseThrow().identity().leadId();
            while (journal.write(changes -> takeFurther(changes, leadId, taken, actor))) {
                LOG.info("A case of more than {} open alerts is acknowledged in parts", MOST_AT_ONCE);
            }
        }
        return answer;
    }

    private Answer answer(Changes changes, UUID alertId, Acknowledgement seen, String actor) {
        Alert asked = alerts.find(alertId).orElseThrow();
        if (!asked.awaitsAnswer()) {
            return new Answer.AlreadyAcknowledged(
                    asked.status().acknowledgedAt(), asked.status().acknowledgedBy());
        }
        Urgency ofCase = urgencyOfCase(asked);
        return isMoreThan(seen, asked, ofCase)
                ? new Answer.ChangedMeanwhile(asked, ofCase)
                : take(changes, asked, ofCase, actor);
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

    private Answer take(Changes changes, Alert asked, Urgency ofCase, String actor) {
        UUID leadId = asked.identity().leadId();
        List<Alert> open = alerts.awaitingIn(leadId, MOST_AT_ONCE + 1);
        boolean wholeCase = open.size() <= MOST_AT_ONCE;
        acknowledge(changes, asked, actor);
        open.stream()
                .filter(alert -> !alert.identity().equals(asked.identity()))
                .forEach(alert -> acknowledge(changes, alert, actor));
        if (wholeCase) {
            escalations.rest(changes, leadId);
        }
        return new Answer.Taken(changes.now(), ofCase, wholeCase);
    }

    /** Whether there was something left of what stood there when the case was taken on; what is more urgent and new is not. */
    private boolean takeFurther(Changes changes, UUID leadId, Answer.Taken taken, String actor) {
        List<Alert> left = alerts.awaitingIn(leadId, MOST_AT_ONCE).stream()
                .filter(alert -> !alert.identity().createdAt().isAfter(taken.at()))
                .filter(alert -> !alert.status().urgency().isAbove(taken.caseUrgency()))
                .toList();
        left.forEach(alert -> acknowledge(changes, alert, actor));
        if (left.isEmpty()) {
            escalations.followUp(changes, leadId);
        }
        return !left.isEmpty();
    }

    private static void acknowledge(Changes changes, Alert alert, String actor) {
        alert.acknowledge(actor, changes.now());
        changes.save(alert);
    }
}
