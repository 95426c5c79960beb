package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.IntakeTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is answered and goes on sending, ever so slowly, doesn't keep the connection. */
@Tag("slow")
class LingeringBodyTest extends IntakeTest {
    private static final String SUBMISSIONS = "/api/v1/submissions";

    private ScheduledExecutorService drops;

    @BeforeEach
    void getReady() {
        drops = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterEach
    void stopSending() {
        drops.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 60000, 408",
        "application/json, 70000, 413",
        "text/plain, 60000, 415",
        "application/x-ndjson, 9000000, 413",
        "application/json;of=nobody, 60000, 401"
    })
    @Timeout(30)
    void endsWithTheConnection(String type, int length, int status) throws IOException {
        String token = status == 401 ? "none" : gateway();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head(token, type, length).getBytes(StandardCharsets.US_ASCII));
            var _ = drops.scheduleWithFixedDelay(() -> drop(out), 0, 500, TimeUnit.MILLISECONDS);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    /** What comes is the head of a chunk that never begins; and where it is asked whether the body is wanted, on a path that reads none. */
    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/submissions, Transfer-Encoding: chunked, 1;a",
        "GET /fhir/R4/metadata, Expect: 100-continue\\nContent-Length: 800000, x"
    })
    @Timeout(240)
    void endsWithTheConnectionHoweverItIsTrickled(String line, String fields, String first) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: x\r\n" + fields.replace("\\n", "\r\n") + "\r\n\r\n" + first)
                    .getBytes(StandardCharsets.US_ASCII));
            var _ = drops.scheduleWithFixedDelay(() -> drop(out), 0, 500, TimeUnit.MILLISECONDS);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ");
        }
    }

    @Test
    @Timeout(30)
    void goesOnForWhoeverSendsTheRestAtOnce() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(gateway(), "text/plain", 40_000).getBytes(StandardCharsets.US_ASCII));
            out.write("x".repeat(40_000).getBytes(StandardCharsets.US_ASCII));
            out.write("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 415")
                    .contains("HTTP/1.1 401");
        }
    }

    private static String head(String token, String type, int length) {
        return "POST " + SUBMISSIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\nContent-Type: "
                + type + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void drop(OutputStream out) {
        try {
            out.write(' ');
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
