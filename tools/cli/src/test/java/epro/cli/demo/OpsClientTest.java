package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import epro.cli.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpsClientTest {

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final OpsClient ops;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    OpsClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        ops = new OpsClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token");
    }

    @AfterEach
    void stop() {
        ops.close();
        server.stop(0);
    }

    @Test
    void publishesAFormUnderItsIdAndVersion() throws Exception {
        replies.add(new Reply(200, "{}"));
        ops.publish(Diary.FORM);
        assertThat(calls).containsExactly("PUT /api/v1/forms/diary/versions/2.1");
    }

    @Test
    void saysWhyAFormWasRefused() {
        replies.add(new Reply(409, "another form stands there"));
        assertThatThrownBy(() -> ops.publish(Diary.FORM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("409: another form stands there");
    }

    @Test
    void waitsForAWorkerAndForTheVerdict() throws Exception {
        replies.addAll(List.of(
                new Reply(503, "{\"code\":\"no-worker-free\"}"),
                new Reply(202, "{\"dataCheckId\":\"c-1\"}"),
                new Reply(200, "{\"state\":\"RUNNING\"}"),
                new Reply(200, "{\"state\":\"CLEAN\"}")));
        assertThat(ops.checkData().path("state").asString()).isEqualTo("CLEAN");
        assertThat(calls)
                .containsExactly(
                        "POST /api/v1/data-checks",
                        "POST /api/v1/data-checks",
                        "GET /api/v1/data-checks/c-1",
                        "GET /api/v1/data-checks/c-1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestBody().readAllBytes();
        Reply reply = replies.remove();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
