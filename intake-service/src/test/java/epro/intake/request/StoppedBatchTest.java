package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.RunningIntake;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch that would go on for long when the service is stopped. */
@Tag("slow")
@Timeout(60)
@WithInfrastructure
class StoppedBatchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LINE = """
            {"submissionId":"%s","studyId":"S1","siteId":"A","patientId":"P-slow","formId":"F1","answers":{"q1":3}}
            """;

    private RunningIntake intake;

    @BeforeEach
    void start(LocalStack stack) {
        intake = RunningIntake.with(stack, Map.of("SERVER_TOMCAT_CONNECTIONTIMEOUT", "10s"));
        await().atMost(Duration.ofSeconds(30)).until(intake::ready);
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    /** Blank lines, and one that never ends. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n\t\n", "x"})
    void isAnsweredAsFarAsItCame(String dribble, LocalStack stack) throws IOException {
        try (var drops = Executors.newSingleThreadScheduledExecutor();
                var socket = begun(stack)) {
            var _ = drops.scheduleAtFixedRate(() -> write(socket, dribble), 0, 100, TimeUnit.MILLISECONDS);
            var stopped = CompletableFuture.runAsync(intake::close);

            var lines = answer(socket);

            assertThat(lines).hasSize(2);
            assertAccepted(lines.getFirst());
            assertThat(lines.getLast().path("status").asInt()).isEqualTo(503);
            assertThat(lines.getLast().path("code").asString()).isEqualTo("shutting-down");
            drops.shutdownNow();
            stopped.join();
        }
    }

    @Test
    void namesTheLineThatCameWhenItWasTooLate(LocalStack stack) throws IOException {
        var buffer = intake.buffer();
        try (var socket = begun(stack)) {
            var stopped = CompletableFuture.runAsync(intake::close);
            await().pollInterval(Duration.ofMillis(5)).until(buffer::isClosed);
            write(socket, LINE.formatted("S-2"));

            var lines = answer(socket);

            assertThat(lines).hasSize(2);
            assertAccepted(lines.getFirst());
            assertThat(lines.getLast().path("line").asInt()).isEqualTo(2);
            assertThat(lines.getLast().path("code").asString()).isEqualTo("shutting-down");
            assertThat(lines.getLast().path("submissionId").asString("")).isEqualTo("S-2");
            stopped.join();
        }
    }

    @Test
    void saysNothingOfALineThatNeverWas(LocalStack stack) throws IOException {
        var buffer = intake.buffer();
        String lines =
                IntStream.range(0, 32).mapToObj(i -> LINE.formatted("S-" + i)).collect(Collectors.joining());
        stack.suspend(Part.KAFKA);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.getOutputStream().write(head(stack, lines.length()));
            write(socket, lines);
            await().pollInterval(Duration.ofMillis(10)).until(() -> buffer.size() == 32);
            var stopped = CompletableFuture.runAsync(intake::close);
            await().pollInterval(Duration.ofMillis(5)).until(buffer::isClosed);
            stack.resume(Part.KAFKA);

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(lines(answer))
                    .hasSize(32)
                    .allMatch(line -> line.path("status").asInt() == 202);
            stopped.join();
        } finally {
            stack.resume(Part.KAFKA);
        }
    }

    /** A batch whose first line is on its way or in the log, and whose second is waited for. */
    private Socket begun(LocalStack stack) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        socket.getOutputStream().write(head(stack, 1_000_000));
        write(socket, LINE.formatted("S-1"));
        await().until(() -> intake.management("/actuator/prometheus").raw().contains("result=\"accepted\""));
        return socket;
    }

    private static byte[] head(LocalStack stack, int length) {
        var token = stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
        return ("POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Fails, and is not done again, once the connection is closed. */
    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertAccepted(JsonNode line) {
        assertThat(line.path("line").asInt()).isEqualTo(1);
        assertThat(line.path("status").asInt()).isEqualTo(202);
        assertThat(line.path("submissionId").asString("")).isEqualTo("S-1");
    }

    /** Its lines, up to the one that says it. */
    private static List<JsonNode> answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("shutting-down") < 0 || answer.charAt(answer.length() - 1) != '\n') {
            int next = socket.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
        assertThat(answer).startsWith("HTTP/1.1 207").contains("\r\nConnection: close\r\n");
        return lines(answer.toString());
    }

    private static List<JsonNode> lines(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
    }
}
