package epro.cli.chaos.traffic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Traffic TRAFFIC = new Traffic("study", 2_000, Duration.ofSeconds(10), 40, Instant.EPOCH);

    @Test
    void sendsTheSameForTheSameDice() {
        assertThat(TRAFFIC.messages(new Random(7), 0)).isEqualTo(TRAFFIC.messages(new Random(7), 0));
        assertThat(TRAFFIC.messages(new Random(8), 0)).isNotEqualTo(TRAFFIC.messages(new Random(7), 0));
    }

    @Test
    void sendsSomeAgainAndFewWithOtherContent() {
        Map<String, List<Message>> byId =
                TRAFFIC.messages(new Random(7), 0).stream().collect(groupingBy(Message::submissionId));

        assertThat(byId).hasSize(2_000);
        assertThat(byId.values().stream().filter(same -> hashes(same) == 1 && same.size() > 1))
                .hasSizeBetween(60, 140);
        assertThat(byId.values().stream().filter(same -> hashes(same) > 1)).hasSizeBetween(8, 40);
    }

    @Test
    void hasOtherIdsInEachBatchAndTheSameTimes() {
        List<Message> first = TRAFFIC.messages(new Random(7), 0);
        List<Message> second = TRAFFIC.messages(new Random(7), 1);

        assertThat(ids(second)).hasSize(2_000).doesNotContainAnyElementsOf(ids(first));
        assertThat(second)
                .extracting(Message::at)
                .containsExactlyElementsOf(first.stream().map(Message::at).toList());
    }

    @Test
    void isOfAllPatients() {
        assertThat(TRAFFIC.messages(new Random(7), 0).stream()
                        .map(Message::patientId)
                        .distinct())
                .hasSize(40);
    }

    @Test
    void reckonsTheHashThatTheSystemReckons() {
        for (Message message : TRAFFIC.messages(new Random(7), 0).subList(0, 200)) {
            Map<String, JsonValue> content = new LinkedHashMap<>(members(message));
            content.remove("submissionId");
            assertThat(message.contentHash()).isEqualTo(CanonicalJson.hash(new JsonValue.Members(content)));
        }
    }

    private static Map<String, JsonValue> members(Message message) {
        return ((JsonValue.Members) StrictJson.read(message.body().getBytes(StandardCharsets.UTF_8), Limits.STANDARD))
                .values();
    }

    private static Set<String> ids(List<Message> messages) {
        return messages.stream().map(Message::submissionId).collect(toSet());
    }

    private static long hashes(List<Message> messages) {
        return messages.stream().map(Message::contentHash).distinct().count();
    }
}
