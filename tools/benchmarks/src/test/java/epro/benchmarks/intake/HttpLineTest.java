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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            line.send(REQUEST, new HttpLine.Request(0, 0, new Served()));
            assertThat(next(line)).isEmpty();
            assertThatThrownBy(() -> next(line)).isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 202 \r\nContent-Le|ngth: 5\r\n\r\nhello",
                "HTTP/1.1 202 \r\nContent-Length: 5\r\n\r\nhel|lo",
                "HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n|\r\n",
                "HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n|0\r\n\r\n"
            })
    void waitsForTheEndOfAnAnswerThatComesInTwoPieces(String answer) throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        answer(List.of(answer.split("\\|", 2)), goOn);
        try (HttpLine line = new HttpLine(server.getLocalPort(), selector)) {
            line.send(REQUEST, new HttpLine.Request(0, 0, new Served()));
            assertThat(next(line)).isEmpty();
            assertThat(line.onItsWay()).isPresent();

            goOn.countDown();
            assertThat(next(line)).hasValue(202);
            assertThat(line.onItsWay()).isEmpty();
        }
    }

    private OptionalInt next(HttpLine line) throws IOException {
        assertThat(selector.select(10_000)).isPositive();
        selector.selectedKeys().clear();
        return line.read();
    }

    private int answered(HttpLine line) throws IOException {
        line.send(REQUEST, new HttpLine.Request(0, 0, new Served()));
        return next(line).orElseThrow();
    }

    /** Takes the next connection, and answers a request with the first piece, and then with the second. */
    private void answer(List<String> pieces, CountDownLatch goOn) {
        var _ = threads.submit(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(REQUEST.length);
                client.getOutputStream().write(pieces.getFirst().getBytes(StandardCharsets.ISO_8859_1));
                goOn.await();
                client.getOutputStream().write(pieces.getLast().getBytes(StandardCharsets.ISO_8859_1));
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
