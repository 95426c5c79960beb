package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.IntakeTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlowBodyTest extends IntakeTest {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    @Test
    void answersABodyThatNeverComes() throws IOException {
        assertAnsweredInTime(408, "request-timeout", _ -> {});
    }

    @Test
    void answersABodyThatTrickles() throws IOException {
        try (var drops = Executors.newSingleThreadScheduledExecutor()) {
            assertAnsweredInTime(408, "request-timeout", out -> trickle(drops, out, new byte[] {' '}));
            drops.shutdownNow();
        }
    }

    @Test
    void answersAPackedBodyThatTrickles() throws IOException {
        try (var drops = Executors.newSingleThreadScheduledExecutor()) {
            var packed = PackedBodyTest.packed(body(somePatient()));
            assertAnsweredInTime(408, "request-timeout", "gzip", out -> trickle(drops, out, packed));
            drops.shutdownNow();
        }
    }

    /** All at once, for each takes as long as it may. */
    @Test
    void answersEverySlowBody() throws IOException {
        byte[] body = body(somePatient()).strip().getBytes(StandardCharsets.UTF_8);
        byte[] packed = PackedBodyTest.packed(body(somePatient()));
        double before = intake.refusals("request-timeout");
        List<Socket> slow = new ArrayList<>();
        try (var drops = Executors.newScheduledThreadPool(4)) {
            slow.add(sending("application/json", "identity", out -> out.write(body, 0, 1)));
            slow.add(sending("application/json", "identity", out -> out.write(body)));
            slow.add(sending("application/json", "identity", out -> trickle(drops, out, body)));
            slow.add(sending("application/json", "identity", out -> trickle(drops, out, new byte[] {'\n'})));
            slow.add(sending("application/json", "identity", out -> trickle(drops, out, new byte[] {'['})));
            slow.add(sending("application/json", "gzip", _ -> {}));
            slow.add(sending("application/json", "gzip", out -> out.write(packed, 0, 15)));
            slow.add(sending("application/json", "gzip", out -> trickle(drops, out, packed)));
            slow.add(sending("application/x-ndjson", "identity", _ -> {}));
            slow.add(sending("application/x-ndjson", "identity", out -> out.write(body, 0, 20)));
            slow.add(sending("application/x-ndjson", "gzip", out -> out.write(packed, 0, 15)));
            for (Socket one : slow) {
                assertThat(answer(one)).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
            }
            drops.shutdownNow();
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        await().until(() -> intake.refusals("request-timeout") == before + slow.size());
    }

    @Test
    void answersABodyThatBreaksOff() throws IOException {
        try (var socket = open(1_000, "application/json", "identity")) {
            socket.getOutputStream().write("{\"patientId\"".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(answer(socket)).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
        }
    }

    @Test
    void answersTheLinesBeforeWhereABatchStalls() throws IOException {
        assertAnsweredByLine(_ -> {}, 408, "request-timeout");
    }

    @Test
    void answersTheLinesBeforeWhereABatchBreaksOff() throws IOException {
        assertAnsweredByLine(Socket::shutdownOutput, 400, "bad-request");
    }

    @Test
    void answersABatchThatStallsInItsFirstLineAsAWhole() throws IOException {
        try (var socket = open(10_000, "application/x-ndjson", "identity")) {
            socket.getOutputStream().write("{\"submissionId\"".getBytes(StandardCharsets.UTF_8));

            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
        }
    }

    private void assertAnsweredByLine(Ending ending, int status, String code) throws IOException {
        try (var socket = open(10_000, "application/x-ndjson", "identity")) {
            var begun = body(somePatient()).strip() + "\n{\"submissionId\"";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
            ending.of(socket);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 207")
                    .contains("\r\nConnection: close\r\n", "\r\nRateLimit: ", "{\"line\":1,\"status\":202,")
                    .contains("{\"line\":2,\"status\":%d,".formatted(status), "\"code\":\"" + code + "\"")
                    .endsWith("}\n");
        }
    }

    private void assertAnsweredInTime(int status, String code, Sending sending) throws IOException {
        assertAnsweredInTime(status, code, "identity", sending);
    }

    private void assertAnsweredInTime(int status, String code, String encoding, Sending sending) throws IOException {
        try (var socket = open(1_000, "application/json", encoding)) {
            long start = System.nanoTime();
            sending.to(socket.getOutputStream());

            var answer = answer(socket);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWER_MAX);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
        }
    }

    private Socket sending(String type, String encoding, Sending sending) throws IOException {
        Socket socket = open(1_000, type, encoding);
        sending.to(socket.getOutputStream());
        return socket;
    }

    private Socket open(int contentLength, String type, String encoding) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        var head = "POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + gateway()
                + "\r\nContent-Type: " + type + "\r\nContent-Encoding: " + encoding + "\r\nContent-Length: "
                + contentLength + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A byte every fifth of a second, from the beginning again when all are sent. */
    private static void trickle(ScheduledExecutorService drops, OutputStream out, byte[] bytes) {
        var sent = new AtomicInteger();
        var _ = drops.scheduleAtFixedRate(
                () -> {
                    try {
                        out.write(bytes[sent.getAndIncrement() % bytes.length]);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                0,
                200,
                TimeUnit.MILLISECONDS);
    }

    /** Up to the end of the problem, for the connection may stay open a little longer. */
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            answer.append((char) next);
            if (next == '}') {
                break;
            }
        }
        return answer.toString();
    }

    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    private interface Ending {
        void of(Socket socket) throws IOException;
    }
}
