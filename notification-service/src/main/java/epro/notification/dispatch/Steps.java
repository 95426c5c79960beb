package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertAction;
import epro.notification.alert.Report;
import org.springframework.stereotype.Component;

/** What one report does to its alert: it is made, or a revision comes, or the report is taken back. */
@Component
class Steps {
    private final CaseFile cases;
    private final Call call;
    private final DispatchMeters meters;

    Steps(CaseFile cases, Call call, DispatchMeters meters) {
        this.cases = cases;
        this.call = call;
        this.meters = meters;
    }

    Dispatched take(Work work, Report report) {
        return work.alerts()
                .ofAdverseEvent(report.aeId())
                .map(known -> revise(work, known, report))
                .orElseGet(() -> open(work, report));
    }

    private Dispatched open(Work work, Report report) {
        Alert alert = cases.open(work, report);
        call.out(work, alert);
        return alerted(work, alert, alert.hasJoined() ? AlertAction.JOINED : AlertAction.DETECTED);
    }

    private Dispatched revise(Work work, Alert alert, Report report) {
        if (report.revision() <= alert.status().revision()) {
            return new Dispatched.Known();
        }
        alert.revise(report, work.changes().now());
        if (report.withdrawn()) {
            work.changes().save(alert);
            return alerted(work, alert, AlertAction.WITHDRAWN);
        }
        call.out(work, alert);
        return alerted(work, alert, AlertAction.REVISED);
    }

    private Dispatched alerted(Work work, Alert alert, AlertAction action) {
        var done =
                new Dispatched.Alerted(alert.identity(), action, alert.status().urgency());
        work.changes().afterCommit(() -> meters.dispatched(done, work.changes().now()));
        return done;
    }
}
