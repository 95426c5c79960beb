package epro.cli.datacheck;

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

class DataCheckClientTest {

    private final HttpServer processing =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final DataCheckClient client;

    DataCheckClientTest() throws IOException {
        processing.createContext("/", this::answer);
        processing.start();
        client = new DataCheckClient(
                URI.create("http://127.0.0.1:" + processing.getAddress().getPort()), "a-token");
    }

    @AfterEach
    void stop() {
        client.close();
        processing.stop(0);
    }

    @Test
    void startsADataCheckAndAsksForIt() throws Exception {
        answers.add("202 {\"dataCheckId\":\"d-1\"}");
        answers.add("200 {\"state\":\"RUNNING\"}");

        assertThat(client.start()).contains("d-1");
        assertThat(client.find("d-1").path("state").asString()).isEqualTo("RUNNING");
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/data-checks Bearer a-token", "GET /api/v1/data-checks/d-1 Bearer a-token");
    }

    @Test
    void tellsThatNoWorkerIsFreeFromEverythingElse() throws Exception {
        answers.add("503 {\"code\":\"no-worker-free\"}");
        answers.add("403 {\"code\":\"forbidden\"}");

        assertThat(client.start()).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(client::start)
                .withMessage("the data check was answered 403: {\"code\":\"forbidden\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization")));
        String next = answers.remove();
        byte[] body = next.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(next.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
