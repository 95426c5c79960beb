package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.IntakeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads of requests that nobody should send: too much, or not HTTP. */
@Timeout(20)
class HeaderFloodTest extends IntakeTest {
    private static final String SECRET = "P-0042-secret";
    private static final String POST = "POST /api/v1/submissions HTTP/1.1\r\n";
    private static final String HOST = "Host: x\r\n";
    private static final String MEDIA = "Content-Type: application/json\r\nContent-Length: 0\r\n";

    static Stream<Arguments> heads() {
        return Stream.of(
                head("no host", POST + MEDIA + "X-Note: " + SECRET + "\r\n"),
                head("two hosts", POST + HOST + HOST + MEDIA),
                head("two lengths", POST + HOST + MEDIA + "Content-Length: 7\r\n"),
                head("a length that is none", POST + HOST + "Content-Length: " + SECRET + "\r\n"),
                head("a negative length", POST + HOST + "Content-Length: -1\r\n"),
                head("a byte that no address has", "POST /api/v1/" + SECRET + "\0 HTTP/1.1\r\n" + HOST),
                head("a name that is none", POST + HOST + MEDIA + "X Note: " + SECRET + "\r\n"),
                head("a coding for the way", POST + HOST + "Transfer-Encoding: gzip\r\n"),
                head("a coding that is none", POST + HOST + "Transfer-Encoding: " + SECRET + "\r\n"),
                head("HTTP of the past", "POST /api/v1/submissions HTTP/0.8\r\n" + HOST),
                head("HTTP of the future", "GET /" + SECRET + " HTTP/3.0\r\n" + HOST),
                head("no HTTP", "POST /api/v1/submissions " + SECRET + "\r\n" + HOST));
    }

    static Stream<Arguments> floods() {
        return Stream.of(
                head("one long header", POST + HOST + "X-Note: " + SECRET.repeat(1_000) + "\r\n"),
                head("one long name", POST + HOST + "X" + "y".repeat(10_000) + ": " + SECRET + "\r\n"),
                head("many headers", POST + HOST + headers(150, SECRET)),
                head("one header too many", POST + HOST + headers(100, "")),
                head("many long headers", POST + HOST + headers(90, SECRET.repeat(10))),
                head("a long token", POST + HOST + "Authorization: Bearer " + SECRET.repeat(1_000) + "\r\n"),
                head("many cookies", POST + HOST + "Cookie: " + "a=b; ".repeat(3_000) + SECRET + "\r\n"),
                head("a long address", "POST /api/v1/submissions?" + SECRET.repeat(1_000) + " HTTP/1.1\r\n" + HOST),
                head("a long method", "P".repeat(10_000) + " /" + SECRET + " HTTP/1.1\r\n" + HOST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void refusesWhatIsNoHeadWithAProblemAndEchoesNothing(String what, String head) {
        assertRefused(what, head, 400, "bad-request");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void refusesTooMuchWithAProblemAndEchoesNothing(String what, String head) {
        assertRefused(what, head, 431, "headers-too-large");
    }

    @Test
    void endsAConnectionWhoseHeadNeverEnds() throws IOException {
        long start = System.nanoTime();
        answer(POST + HOST);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    @Test
    void servesOthersMeanwhile() throws IOException {
        List<Socket> flood = new ArrayList<>();
        try {
            for (int number = 0; number < 1_500; number++) {
                flood.add(send(POST + HOST + headers(20, SECRET)));
            }
            assertThat(submit(body(somePatient())).status()).isEqualTo(202);
        } finally {
            for (Socket one : flood) {
                one.close();
            }
        }
    }

    private void assertRefused(String what, String head, int status, String code) {
        assertThat(countedAs(code, () -> answer(head + "\r\n")))
                .as(what)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"code\":\"" + code + "\"", "\"status\":" + status)
                .doesNotContain(SECRET);
    }

    private static Arguments head(String what, String head) {
        return Arguments.of(what, head);
    }

    private static String headers(int count, String value) {
        return IntStream.range(0, count)
                .mapToObj(number -> "X-Note-" + number + ": " + value + "\r\n")
                .collect(Collectors.joining());
    }

    private String answer(String head) throws IOException {
        try (Socket socket = send(head)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket send(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
