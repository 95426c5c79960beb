package epro.notification.console;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;

/** Reports that have become alerts. */
final class Reports {

    private Reports() {}

    static SentReport dispatched(Urgency urgency) {
        return dispatched(SentReport.of(urgency));
    }

    static SentReport dispatched(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
        return report;
    }

    /** Where the console shows its alert. */
    static String page(SentReport report) {
        return "/console/alerts/" + report.alertId();
    }
}
