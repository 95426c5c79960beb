package epro.cli.demo.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final UUID AE = UUID.randomUUID();
    private static final String CHANGE = "id: 5\nevent: alert\ndata: {\"aeId\":\"" + AE + "\"}\n\n";
    private static final String SIGN_OF_LIFE = ": still here\nid: 5\n\n";

    private final HttpServer notification =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Deque<String> streams = new ConcurrentLinkedDeque<>();
    private final Deque<String> lastEventIds = new ConcurrentLinkedDeque<>();

    ScreenTest() throws IOException {
        notification.createContext("/", this::stream);
        notification.start();
    }

    @AfterEach
    void stop() {
        notification.stop(0);
    }

    @Test
    void countsAChangeThatComesAgainAndNoSignOfLife() throws InterruptedException {
        streams.addAll(List.of(CHANGE + SIGN_OF_LIFE + SIGN_OF_LIFE, SIGN_OF_LIFE, CHANGE));

        try (Screen screen = Screen.open(
                URI.create("http://127.0.0.1:" + notification.getAddress().getPort()),
                "a-token",
                InstantSource.system())) {
            await().until(() -> lastEventIds.size() > 3);

            assertThat(screen.saw(AE)).isPresent();
            assertThat(screen.repeats()).isEqualTo(1);
            assertThat(lastEventIds).startsWith("none", "5", "5");
        }
    }

    /** One of the streams after the other; then nothing more. */
    private void stream(HttpExchange exchange) throws IOException {
        String from = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        lastEventIds.add(from == null ? "none" : from);
        String text = streams.isEmpty() ? "retry: 2000\n\n" : streams.remove();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
