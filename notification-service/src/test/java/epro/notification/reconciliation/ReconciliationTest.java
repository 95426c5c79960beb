package epro.notification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import epro.testing.Http;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReconciliationTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsTheAlertsOfKnownReportsAndLeavesOutTheRest() {
        SentReport lead = dispatched(SentReport.of(Urgency.URGENT));
        SentReport joined = dispatched(lead.again(Urgency.ROUTINE));
        String asked = "{\"aeIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(lead.aeId(), joined.aeId(), UUID.randomUUID());
        JsonNode items =
                JSON.readTree(ops().post("/api/v1/alerts/lookup", asked).body()).get("items");
        assertThat(items).hasSize(2);
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(item.at("/deliveries/delivered").asInt()).isEqualTo(1));
        assertThat(items.toString()).contains("\"joinedTo\":\"" + lead.alertId() + "\"");
    }

    @Test
    void goesThroughAllReportsThatHaveAnAlert() {
        SentReport report = dispatched(SentReport.of(Urgency.ROUTINE));
        List<String> found = new ArrayList<>();
        String next = "00000000-0000-0000-0000-000000000000";
        while (!next.isEmpty()) {
            JsonNode page = JSON.readTree(
                    ops().get("/api/v1/alerts/ae-ids?limit=3&after=" + next).body());
            page.get("items").forEach(item -> found.add(item.asString()));
            next = page.get("next").isNull() ? "" : page.get("next").asString();
        }
        assertThat(found).contains(report.aeId().toString()).doesNotHaveDuplicates();
    }

    @Test
    void refusesTooMuchAtOnceAndWhoeverIsNoOperator() {
        String many =
                "{\"aeIds\":[" + String.join(",", Collections.nCopies(501, "\"" + UUID.randomUUID() + "\"")) + "]}";
        assertThat(ops().post("/api/v1/alerts/lookup", many).statusCode()).isEqualTo(400);
        Http crc = RunningNotification.as("crc", "crf:read alerts:acknowledge", "*");
        assertThat(crc.post("/api/v1/alerts/lookup", "{\"aeIds\":[]}").statusCode())
                .isEqualTo(403);
        assertThat(crc.get("/api/v1/alerts/ae-ids").statusCode()).isEqualTo(403);
    }

    private static SentReport dispatched(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
        return report;
    }

    private static Http ops() {
        return RunningNotification.as("ops", "ops", "*");
    }
}
