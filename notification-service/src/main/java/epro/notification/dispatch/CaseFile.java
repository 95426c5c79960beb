package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.Report;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a new alert into the case to which people are being called for the same symptom, or opens one. */
@Component
class CaseFile {
    private final Alerts alerts;

    CaseFile(Alerts alerts) {
        this.alerts = alerts;
    }

    /** What was taken back before it was ever heard of presses nobody, and so joins nothing. */
    Alert open(Changes changes, Report report) {
        Optional<Alert> lead = report.withdrawn() ? Optional.empty() : alerts.leadOfPressingCase(report);
        return lead.map(found -> Alert.joining(report, found, changes.now()))
                .orElseGet(() -> Alert.detected(report, alerts.nextCaseNumber(changes.now()), changes.now()));
    }
}
