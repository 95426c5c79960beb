package epro.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpLineTest {
    private static final byte[] REQUEST = "POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final ServerSocket server = open();
    private final Selector selector = Selector.open();

    HttpLineTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        selector.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void readsOneAnswerAfterTheOtherHoweverLongTheyAre() throws IOException {
        answer(List.of(
                "HTTP/1.1 202 \r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 503 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
                "HTTP/1.1 204 \r\ncontent-type: none\r\n\r\n",
                "HTTP/1.1 400 \r\ncontent-length: 0\r\n\r\n"));
        try (HttpLine line = new HttpLine(server.getLocalPort(), selector)) {
            assertThat(answered(line)).isEqualTo(202);
            assertThat(answered(line)).isEqualTo(503);
            assertThat(answered(line)).isEqualTo(204);
            assertThat(answered(line)).isEqualTo(400);
        }
    }

    @Test
    void comesAgainWhenTheServerHasSaidThatItCloses() throws IOException {
        answer(List.of("HTTP/1.1 408 \r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"));
        answer(List.of("HTTP/1.1 202 \r\nContent-Length: 0\r\n\r\n"));
        try (HttpLine line = new HttpLine(server.getLocalPort(), selector)) {
            assertThat(answered(line)).isEqualTo(408);
            assertThat(answered(line)).isEqualTo(202);
        }
    }

    @Test
    void saysThatAnAnswerBrokeOff() throws IOException {
        answer(List.of("HTTP/1.1 202 \r\nContent-"));
        try (HttpLine line = new HttpLine(server.getLocalPort(), selector)) {
            assertThatThrownBy(() -> answered(line)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void readsAnAnswerThatComesInPieces() throws IOException {
        answer(List.of("HTTP/1.1 202 \r\nContent-Le", "ngth: 5\r\n\r\nhel", "lo"), 200);
        try (HttpLine line = new HttpLine(server.getLocalPort(), selector)) {
            assertThat(answered(line)).isEqualTo(202);
            assertThat(line.onItsWay()).isEmpty();
        }
    }

    private int answered(HttpLine line) throws IOException {
        line.send(REQUEST, new HttpLine.Request(0, 0, new Served()));
        OptionalInt status = OptionalInt.empty();
        while (status.isEmpty()) {
            assertThat(line.onItsWay()).isPresent();
            selector.select(10_000);
            selector.selectedKeys().clear();
            status = line.read();
        }
        return status.getAsInt();
    }

    /** Takes the next connection, answers a request with these, a pause between them, and closes. */
    private void answer(List<String> pieces, int pauseMillis) {
        var _ = threads.submit(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(REQUEST.length);
                for (String piece : pieces) {
                    client.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                    Thread.sleep(pauseMillis);
                }
            }
            return null;
        });
    }

    /** Then takes the next connection, answers a request with each of these, and closes. */
    private void answer(List<String> answers) {
        var _ = threads.submit(() -> {
            try (Socket client = server.accept()) {
                for (String answer : answers) {
                    client.getInputStream().readNBytes(REQUEST.length);
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return null;
        });
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
