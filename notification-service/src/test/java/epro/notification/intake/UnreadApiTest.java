package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.testing.Http;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What could not be read is found, and read again when the cause is mended. */
class UnreadApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final String topic = "topic-" + UUID.randomUUID();
    private final Http ops = RunningNotification.as("operator", "ops", "*");

    @Test
    void listsWhatIsKeptWithoutItsBytes() {
        String id = kept(new byte[] {1, 2, 3}, "wrong-magic-byte");
        JsonNode newest = json(ops.get("/api/v1/unread-events?limit=1")).at("/items/0");
        assertThat(newest.get("id").asString()).isEqualTo(id);
        assertThat(newest.get("topic").asString()).isEqualTo(topic);
        assertThat(newest.get("reason").asString()).isEqualTo("wrong-magic-byte");
        assertThat(newest.get("replayedAt").isNull()).isTrue();
        assertThat(newest.has("value")).isFalse();
    }

    @Test
    void goesOnBehindACursor() {
        String former = kept(new byte[] {1}, "wrong-magic-byte");
        String newer = kept(new byte[] {2}, "wrong-magic-byte");
        JsonNode page = json(ops.get("/api/v1/unread-events?limit=1"));
        assertThat(page.get("next").asString()).isEqualTo(newer);
        assertThat(json(ops.get("/api/v1/unread-events?limit=1&cursor=" + newer))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(former);
    }

    @Test
    void makesAnAlertOfWhatCanBeReadByNow() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        String id = kept(report.bytes(), "unknown-schema-id");
        JsonNode done = json(ops.post("/api/v1/unread-events/" + id + "/replay", ""));
        assertThat(done.get("replayedBy").asString()).isEqualTo("operator");
        assertThat(report.alert()).isPresent();
        assertThat(audited()).containsExactly("UNREAD notification-service", "UNREAD_REPLAYED operator");
    }

    @Test
    void saysWhatStillCanNotBeReadAndThatSomebodyTried() {
        String id = kept(new byte[] {1, 2, 3}, "wrong-magic-byte");
        HttpResponse<String> answer = ops.post("/api/v1/unread-events/" + id + "/replay", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("still-unreadable");
        assertThat(json(answer).get("reason").asString()).isEqualTo("wrong-magic-byte");
        assertThat(audited()).endsWith("UNREAD_REPLAYED operator");
    }

    @Test
    void isForThoseWhoRunTheSystem() {
        Http crc = RunningNotification.as("crc", "crf:read alerts:acknowledge", "*");
        assertThat(crc.get("/api/v1/unread-events").statusCode()).isEqualTo(403);
        assertThat(crc.post("/api/v1/unread-events/1/replay", "").statusCode()).isEqualTo(403);
        assertThat(ops.post("/api/v1/unread-events/x/replay", "").statusCode()).isEqualTo(404);
    }

    private String kept(byte[] value, String reason) {
        ConsumedEvent event = new ConsumedEvent(topic, 900, value[0], new byte[] {7}, value);
        RunningNotification.bean(UnreadEvents.class).keep(List.of(new Unread(event, reason)));
        return RunningNotification.superuser()
                .sql("SELECT max(unread_id) FROM unread_event WHERE topic = ?")
                .param(topic)
                .query(String.class)
                .single();
    }

    private List<String> audited() {
        return RunningNotification.superuser()
                .sql("SELECT action || ' ' || actor FROM audit_entry WHERE entity LIKE ? ORDER BY sequence")
                .param(topic + "/%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
