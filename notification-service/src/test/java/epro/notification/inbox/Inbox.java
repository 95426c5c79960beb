package epro.notification.inbox;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import epro.testing.Http;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as coordinators use it. */
final class Inbox {
    private static final JsonMapper JSON = new JsonMapper();

    private Inbox() {}

    static SentReport dispatched(Urgency urgency) {
        return dispatched(SentReport.of(urgency));
    }

    static SentReport dispatched(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
        return report;
    }

    static Http crc(String site) {
        return RunningNotification.as("crc", "crf:read alerts:acknowledge", site);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
