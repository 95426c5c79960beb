package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertAction;
import epro.notification.alert.Report;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import org.springframework.stereotype.Component;

/**
 * Makes of a report what people hear of.
 *
 * <ul>
 *   <li>One transaction for all of it: alert, case, deliveries in the inbox, the tasks of all others, escalation, audit, events.
 *       After a failure nothing of it is there, and the report is to be brought again.
 *   <li>One alert per suspected adverse event; a revision counts once. So it does no harm to bring a report again, late, or out
 *       of order: a revision that is not above the one known changes nothing.
 * </ul>
 */
@Component
public class AlertDispatcher {
    private final Journal journal;
    private final Alerts alerts;
    private final CaseFile cases;
    private final Call call;
    private final DispatchMeters meters;

    AlertDispatcher(Journal journal, Alerts alerts, CaseFile cases, Call call, DispatchMeters meters) {
        this.journal = journal;
        this.alerts = alerts;
        this.cases = cases;
        this.call = call;
        this.meters = meters;
    }

    public Dispatched dispatch(Report report) {
        if (alerts.knows(report)) {
            return new Dispatched.Known();
        }
        return journal.write(changes -> alerts.ofAdverseEvent(report.aeId())
                .map(known -> revise(changes, known, report))
                .orElseGet(() -> open(changes, report)));
    }

    private Dispatched open(Changes changes, Report report) {
        Alert alert = cases.open(changes, report);
        call.out(changes, alert);
        return alerted(changes, alert, alert.hasJoined() ? AlertAction.JOINED : AlertAction.DETECTED);
    }

    private Dispatched revise(Changes changes, Alert alert, Report report) {
        if (report.revision() <= alert.status().revision()) {
            return new Dispatched.Known();
        }
        alert.revise(report, changes.now());
        if (report.withdrawn()) {
            changes.save(alert);
            return alerted(changes, alert, AlertAction.WITHDRAWN);
        }
        call.out(changes, alert);
        return alerted(changes, alert, AlertAction.REVISED);
    }

    private Dispatched alerted(Changes changes, Alert alert, AlertAction action) {
        var done =
                new Dispatched.Alerted(alert.identity(), action, alert.status().urgency());
        changes.afterCommit(() -> meters.dispatched(done, changes.now()));
        return done;
    }
}
