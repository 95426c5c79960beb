package epro.processing.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in quarantine is listed without its contents, and goes through the topic again when an operator says so. */
@Tag("slow")
class DeadLetterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LETTERS = "/api/v1/dead-letters";

    private static final Http OPS = token("quarantine:read", "ops");

    private final byte[] key = ("K-" + UUID.randomUUID()).getBytes(UTF_8);

    @Test
    void listsWhatIsInQuarantineInPagesAndNothingOfWhatItHolds() {
        RecordMetadata at = SentSubmission.sendBytes(key, "secret-of-P-1".getBytes(UTF_8), Map.of());

        JsonNode letter = awaitLetter(at);

        assertThat(letter.path("reason").asString()).isNotEmpty();
        assertThat(letter.path("bytes").asInt()).isEqualTo(13);
        assertThat(letter.path("replayedAt").isNull()).isTrue();
        assertThat(letter.toString()).doesNotContain("secret").doesNotContain("P-1");
    }

    @Test
    void sendsItThroughTheTopicOnceMoreWithItsOwnBytes() {
        byte[] value = ("poison-" + UUID.randomUUID()).getBytes(UTF_8);
        RecordMetadata at = SentSubmission.sendBytes(key, value, Map.of("x-from", "afar"));
        JsonNode letter = awaitLetter(at);
        HttpResponse<String> answer = OPS.post(path(letter), "");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("replayedAt")
                        .isString())
                .isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quarantined(value))
                        .containsExactlyInAnyOrder(
                                "{\"x-from\":\"afar\"}", "{\"epro-replay\":\"dead-letter\",\"x-from\":\"afar\"}"));
    }

    @Test
    void storesWhatCanBeReadByNow() {
        String form = "dead-" + UUID.randomUUID();
        TestForms.publish(form, "1");
        SentSubmission sent = SentSubmission.of(form, "{\"pain\":3}");
        String place = UUID.randomUUID() + "/0/17";
        planted(place, sent.recordKey(), sent.bytes());
        try {
            assertThat(OPS.post(LETTERS + "/" + place + "/replay", "").statusCode())
                    .isEqualTo(202);
            await().atMost(PATIENCE).until(() -> stored(sent), List.of("STORED")::equals);
        } finally {
            forget(place);
        }
        assertThat(RunningProcessing.superuser()
                        .sql("SELECT actor FROM audit_entry WHERE action = 'DEAD_LETTER_REPLAYED' AND entity = ?")
                        .param(place)
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("ops");
    }

    @Test
    void leavesAloneWhatAloneIsLargerThanTheTopicTakes() {
        String place = UUID.randomUUID() + "/0/17";
        try {
            planted(place, key, new byte[1_000_000]);
            assertThat(OPS.post(LETTERS + "/" + place + "/replay", "").statusCode())
                    .isEqualTo(409);
        } finally {
            forget(place);
        }
    }

    @Test
    void sendsTheLargestThatItTakes() {
        String place = UUID.randomUUID() + "/0/17";
        byte[] value = new byte[999_000];
        ThreadLocalRandom.current().nextBytes(value);
        try {
            planted(place, key, value);
            assertThat(OPS.post(LETTERS + "/" + place + "/replay", "").statusCode())
                    .isEqualTo(202);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(quarantined(value)).hasSize(2));
        } finally {
            forget(place);
        }
    }

    @Test
    void refusesWhatIsNotThereAndWhoMayNot() {
        assertThat(OPS.post(LETTERS + "/none/0/1/replay", "").statusCode()).isEqualTo(404);
        assertThat(OPS.post(LETTERS + "/none/x/1/replay", "").statusCode()).isEqualTo(400);
        Http reader = token("quarantine:read");
        assertThat(reader.get(LETTERS).statusCode()).isEqualTo(200);
        assertThat(reader.post(LETTERS + "/none/0/1/replay", "").statusCode()).isEqualTo(403);
        assertThat(token("crf:read").get(LETTERS).statusCode()).isEqualTo(403);
    }

    /** As if it had not been readable when it came. */
    private static void planted(String place, byte[] key, byte[] value) {
        RunningProcessing.superuser()
                .sql("INSERT INTO quarantine VALUES (?, 0, 17, ?, ?, '{}', 'unreadable', now(), '00')")
                .params(topicId(place), key, value)
                .update();
    }

    private static void forget(String place) {
        RunningProcessing.superuser()
                .sql("DELETE FROM quarantine WHERE topic_id = ?")
                .param(topicId(place))
                .update();
    }

    private static String topicId(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    private static List<String> stored(SentSubmission sent) {
        return RunningProcessing.superuser()
                .sql("SELECT state FROM submission WHERE submission_key = ?")
                .param(sent.key())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> quarantined(byte[] value) {
        return RunningProcessing.superuser()
                .sql("SELECT headers::text FROM quarantine WHERE record_value = decode(?, 'hex')")
                .param(HexFormat.of().formatHex(value))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private JsonNode awaitLetter(RecordMetadata at) {
        return await().atMost(PATIENCE)
                .until(
                        () -> all(3).stream()
                                .filter(letter -> letter.path("partition").asInt() == at.partition()
                                        && letter.path("offset").asLong() == at.offset())
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static List<JsonNode> all(int limit) {
        List<JsonNode> letters = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(OPS.get(LETTERS + "?limit=" + limit + cursor).body());
            page.path("items").forEach(letters::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return letters;
    }

    private static String path(JsonNode letter) {
        return "%s/%s/%d/%d/replay"
                .formatted(
                        LETTERS,
                        letter.path("topicId").asString(),
                        letter.path("partition").asInt(),
                        letter.path("offset").asLong());
    }

    private static Http token(String... scopes) {
        String token =
                RunningProcessing.stack().tokens().staff("ops", List.of(scopes), List.of("*"), Duration.ofMinutes(5));
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token);
    }
}
