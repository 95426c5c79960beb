package epro.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.AnsweringServer;
import epro.cli.Refused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLetterClientTest {

    private static final String LETTER =
            "{\"topicId\":\"t-1\",\"partition\":3,\"offset\":%d,\"reason\":\"unreadable\",\"bytes\":%s,"
                    + "\"storedAt\":\"2026-03-01T08:00:00Z\",\"replayedAt\":%s}";

    private final AnsweringServer processing = new AnsweringServer();
    private final DeadLetterClient client = new DeadLetterClient(processing.address(), "a-token");

    DeadLetterClientTest() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        processing.close();
    }

    @Test
    void followsTheListToItsEnd() throws Exception {
        processing.then(200, "{\"items\":[" + LETTER.formatted(7, "12", "null") + "],\"next\":\"c/1\"}");
        processing.then(
                200, "{\"items\":[" + LETTER.formatted(8, "null", "\"2026-03-02T08:00:00Z\"") + "],\"next\":null}");

        List<JsonNode> letters = client.all("a b");

        assertThat(letters).extracting(DeadLettersCommand::place).containsExactly("t-1/3/7", "t-1/3/8");
        assertThat(processing.requests())
                .containsExactly(
                        "GET /api/v1/dead-letters?limit=500&reason=a+b Bearer a-token",
                        "GET /api/v1/dead-letters?limit=500&reason=a+b&cursor=c%2F1 Bearer a-token");
        assertThat(DeadLettersCommand.text(letters).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("t-1/3/7 ")
                                .endsWith("unreadable, 12 bytes, since 2026-03-01T08:00:00Z"),
                        line -> assertThat(line).contains("no bytes").endsWith(", replayed 2026-03-02T08:00:00Z"));
    }

    @Test
    void sendsOneThroughTheTopicOnceMore() throws Exception {
        processing.then(202, LETTER.formatted(7, "12", "null"));
        client.replay("t-1/3/7");
        assertThat(processing.requests()).containsExactly("POST /api/v1/dead-letters/t-1/3/7/replay Bearer a-token");
    }

    @Test
    void saysWhatWasRefused() {
        processing.then(404, "{\"code\":\"not-found\"}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.replay("t-1/3/7"))
                .withMessage("/api/v1/dead-letters/t-1/3/7/replay was answered 404: {\"code\":\"not-found\"}");
    }
}
