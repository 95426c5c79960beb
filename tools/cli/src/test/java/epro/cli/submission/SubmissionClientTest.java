package epro.cli.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionClientTest {

    private final HttpServer server;
    private int status = 202;
    private String body = "{\"partition\": 3, \"offset\": 17, \"repeated\": true}";
    private String authorization = "";

    SubmissionClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/submissions", exchange -> {
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Retry-After", "7");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void saysWhereAnAcceptedSubmissionStands() throws InterruptedException {
        assertThat(send()).isEqualTo(new Accepted(new Place(3, 17), true));
        assertThat(authorization).isEqualTo("Bearer secret");
    }

    @Test
    void hearsHowLongToWait() throws InterruptedException {
        answer(503, "buffer-full");
        assertThat(send()).isEqualTo(new Refused("buffer-full", Duration.ofSeconds(7)));
        answer(429, "too-many-requests");
        assertThat(send()).isEqualTo(new Refused("too-many-requests", Duration.ofSeconds(7)));
    }

    @Test
    void tellsAnUnknownDeliveryFromARefusal() throws InterruptedException {
        answer(503, "delivery-unknown");
        assertThat(send()).isEqualTo(new Unknown("delivery-unknown"));
    }

    @Test
    void namesTheCodeOfADenial() throws InterruptedException {
        answer(409, "conflicting-content");
        assertThat(send()).isEqualTo(new Denied(409, "conflicting-content"));
    }

    @Test
    void countsNoConnectionAsNothingSent() throws InterruptedException {
        int port = server.getAddress().getPort();
        server.stop(0);
        try (SubmissionClient client = new SubmissionClient(URI.create("http://127.0.0.1:" + port), "secret")) {
            assertThat(client.send("{}")).isInstanceOf(Refused.class);
        }
    }

    private void answer(int status, String code) {
        this.status = status;
        this.body = "{\"code\": \"%s\"}".formatted(code);
    }

    private Answer send() throws InterruptedException {
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (SubmissionClient client = new SubmissionClient(root, "secret")) {
            return client.send("{}");
        }
    }
}
