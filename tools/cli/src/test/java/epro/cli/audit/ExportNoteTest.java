package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import epro.cli.Refused;
import epro.cli.StackNotThere;
import epro.cli.audit.export.Manifest;
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

class ExportNoteTest {

    private final HttpServer processing =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExportNote note;

    ExportNoteTest() throws IOException {
        processing.createContext("/", this::answer);
        processing.start();
        note = new ExportNote(
                URI.create("http://127.0.0.1:" + processing.getAddress().getPort()), "a-token");
    }

    @AfterEach
    void stop() {
        note.close();
        processing.stop(0);
    }

    @Test
    void saysWhereTheExportIsNoted() throws Exception {
        answers.add("201 {\"auditExportId\":\"x\",\"lane\":\"operations\",\"sequence\":7,\"hash\":\"0f\"}");

        assertThat(note.take()).isEqualTo(new Manifest.Noted("x", "operations", 7, "0f"));
        assertThat(requests).containsExactly("POST /api/v1/audit-exports Bearer a-token");
    }

    @Test
    void refusesWhatCanNotBeNoted() {
        answers.add("403 {\"code\":\"forbidden\"}");
        answers.add("503 {\"code\":\"unavailable\"}");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(note::take)
                .withMessage("nothing was exported, since that could not be noted: processing answered 403:"
                        + " {\"code\":\"forbidden\"}");
        assertThatExceptionOfType(StackNotThere.class).isThrownBy(note::take);
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
