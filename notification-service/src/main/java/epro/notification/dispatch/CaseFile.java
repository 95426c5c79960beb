package epro.notification.dispatch;

import epro.notification.alert.Alert;
import epro.notification.alert.Report;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a new alert into the case to which people are being called for the same symptom, or opens one. */
@Component
class CaseFile {

    /** What was taken back before it was ever heard of presses nobody, and so joins nothing. */
    Alert open(Work work, Report report) {
        var now = work.changes().now();
        Optional<Alert> lead =
                report.withdrawn() ? Optional.empty() : work.alerts().leadOfPressingCase(report);
        Alert alert = lead.map(found -> Alert.joining(report, found, now))
                .orElseGet(() -> Alert.detected(report, work.alerts().nextCaseNumber(now), now));
        work.alerts().add(alert);
        return alert;
    }
}
