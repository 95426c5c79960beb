package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.RunningIntake;
import epro.stack.LocalStack;
import epro.stack.StandardRole;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch that would go on for long when the service is stopped. */
@Tag("slow")
@Timeout(60)
@WithInfrastructure
class StoppedBatchTest {
    private static final String LINE = """
            {"studyId":"S1","siteId":"A","patientId":"P-slow","formId":"F1","answers":{"q1":3}}
            """;

    @Test
    void isAnsweredAsFarAsItCame(LocalStack stack) throws IOException {
        var intake = RunningIntake.with(stack);
        await().atMost(Duration.ofSeconds(30)).until(intake::ready);
        try (var lines = Executors.newSingleThreadScheduledExecutor();
                var socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.getOutputStream().write(head(stack));
            var _ = lines.scheduleAtFixedRate(() -> write(socket), 0, 100, TimeUnit.MILLISECONDS);
            await().until(() -> intake.management("/actuator/prometheus").raw().contains("result=\"accepted\""));

            var stopped = CompletableFuture.runAsync(intake::close);

            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 207")
                    .contains("\r\nConnection: close\r\n", "{\"line\":1,\"status\":202,", "\"status\":503,");
            lines.shutdownNow();
            stopped.join();
        }
    }

    private static byte[] head(LocalStack stack) {
        var token = stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
        return ("POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Fails, and is not done again, once the connection is closed. */
    private static void write(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(LINE.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Up to the end of the line that says it. */
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("shutting-down") < 0 || answer.charAt(answer.length() - 1) != '\n') {
            int next = socket.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }
}
