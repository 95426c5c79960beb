package epro.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import epro.cli.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLetterClientTest {

    private static final String LETTER =
            "{\"topicId\":\"t-1\",\"partition\":3,\"offset\":%d,\"reason\":\"unreadable\",\"bytes\":%s,"
                    + "\"storedAt\":\"2026-03-01T08:00:00Z\",\"replayedAt\":%s}";

    private final HttpServer processing =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final DeadLetterClient client;

    DeadLetterClientTest() throws IOException {
        processing.createContext("/", this::answer);
        processing.start();
        client = new DeadLetterClient(
                URI.create("http://127.0.0.1:" + processing.getAddress().getPort()), "a-token");
    }

    @AfterEach
    void stop() {
        client.close();
        processing.stop(0);
    }

    @Test
    void followsTheListToItsEnd() throws Exception {
        answers.add("200 {\"items\":[" + LETTER.formatted(7, "12", "null") + "],\"next\":\"c/1\"}");
        answers.add("200 {\"items\":[" + LETTER.formatted(8, "null", "\"2026-03-02T08:00:00Z\"") + "],\"next\":null}");

        List<JsonNode> letters = client.all("a b");

        assertThat(letters).extracting(DeadLettersCommand::place).containsExactly("t-1/3/7", "t-1/3/8");
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/dead-letters?limit=500&reason=a+b",
                        "GET /api/v1/dead-letters?limit=500&reason=a+b&cursor=c%2F1");
        assertThat(DeadLettersCommand.text(letters).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("t-1/3/7 ")
                                .endsWith("unreadable, 12 bytes, since 2026-03-01T08:00:00Z"),
                        line -> assertThat(line).contains("no bytes").endsWith(", replayed 2026-03-02T08:00:00Z"));
    }

    @Test
    void sendsOneThroughTheTopicOnceMore() throws Exception {
        answers.add("202 " + LETTER.formatted(7, "12", "null"));
        client.replay("t-1/3/7");
        assertThat(requests).containsExactly("POST /api/v1/dead-letters/t-1/3/7/replay");
    }

    @Test
    void saysWhatWasRefused() {
        answers.add("404 {\"code\":\"not-found\"}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.replay("t-1/3/7"))
                .withMessage("/api/v1/dead-letters/t-1/3/7/replay was answered 404: {\"code\":\"not-found\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String[] answer = answers.remove().split(" ", 2);
        byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
