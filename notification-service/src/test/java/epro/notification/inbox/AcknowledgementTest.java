package epro.notification.inbox;

import static epro.notification.inbox.Inbox.crc;
import static epro.notification.inbox.Inbox.dispatched;
import static epro.notification.inbox.Inbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody takes on more than they have seen. */
class AcknowledgementTest {
    private final SentReport report = dispatched(Urgency.URGENT);

    @Test
    void takesWhatWasSeen() {
        assertThat(acknowledge(report, "{\"revision\": 1}").statusCode()).isEqualTo(200);
        assertThat(Told.timeline(report)).endsWith("ACKNOWLEDGED");
    }

    @Test
    void refusesALaterRevisionAndSaysHowItIsNow() {
        dispatched(report.at(2, Urgency.EMERGENCY));
        HttpResponse<String> answer = acknowledge(report, "{\"revision\": 1}");
        JsonNode now = json(answer);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(now.get("code").asString()).isEqualTo("changed-meanwhile");
        assertThat(now.get("revision").asInt()).isEqualTo(2);
        assertThat(now.get("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(now.get("state").asString()).isEqualTo("NOTIFIED");
        assertThat(Told.timeline(report)).doesNotContain("ACKNOWLEDGED");
        assertThat(acknowledge(report, "{\"revision\": 2}").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatBecameMoreUrgentAtTheSameRevision() {
        dispatched(report.again(Urgency.EMERGENCY));
        HttpResponse<String> answer = acknowledge(report, "{\"revision\": 1}");
        assertThat(json(answer).get("code").asString()).isEqualTo("changed-meanwhile");
        assertThat(json(answer).get("revision").asInt()).isEqualTo(1);
        assertThat(acknowledge(report, "{\"revision\": 1, \"urgency\": \"EMERGENCY\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesACalmReportOfACaseThatIsMoreUrgentThanWasSeen() {
        SentReport calm = dispatched(report.again(Urgency.ROUTINE));
        HttpResponse<String> answer = acknowledge(calm, "{\"revision\": 1, \"urgency\": \"ROUTINE\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("caseUrgency").asString()).isEqualTo("URGENT");
        assertThat(json(crc(report.site()).get(calm.path())).get("caseUrgency").asString())
                .isEqualTo("URGENT");
        assertThat(acknowledge(calm, "{\"revision\": 1, \"urgency\": \"URGENT\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesARevisionThatIsNoNumber() {
        assertThat(acknowledge(report, "{\"revision\": \"new\"}").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> acknowledge(SentReport report, String body) {
        return crc(report.site()).post(report.path() + "/acknowledge", body);
    }
}
