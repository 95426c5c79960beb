package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.RunningIntake;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.HoldingSender;
import epro.intake.buffer.SubmissionBuffer;
import epro.stack.LocalStack;
import epro.testing.WithInfrastructure;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches of several callers that share a small buffer, each patient's own. */
@Timeout(90)
@WithInfrastructure
class WaitingBatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final HoldingSender sender = new HoldingSender();
    private LocalStack stack;

    @BeforeEach
    void know(LocalStack shared) {
        stack = shared;
    }

    @AfterEach
    void letGo() {
        sender.letGo();
        clients.close();
    }

    @Test
    void leavesHalfOfTheBufferToOthersAndNeverFindsItFull() {
        try (var intake = withRoomFor(64);
                var beats = Executors.newSingleThreadScheduledExecutor()) {
            var _ = beats.scheduleAtFixedRate(() -> beat(intake.buffer()), 0, 100, TimeUnit.MILLISECONDS);
            var batches = IntStream.range(0, 16)
                    .mapToObj(number -> held(intake, "P-" + number))
                    .toList();
            await().atMost(PATIENCE).until(() -> sender.held() >= 32);

            assertThat(intake.submit(token("P-alone"), submission("P-alone", "S-alone"))
                            .status())
                    .isEqualTo(202);
            assertThat(sender.held()).isEqualTo(32);
            sender.letGo();

            assertThat(batches)
                    .allSatisfy(batch -> assertThat(statuses(batch)).hasSize(40).containsOnly(202));
            assertThat(intake.management("/actuator/prometheus").raw()).doesNotContain("result=\"full\"");
            beats.shutdownNow();
        }
    }

    @Test
    void comesThroughABufferOfOne() {
        try (var intake = withRoomFor(1)) {
            var batches = IntStream.range(0, 4)
                    .mapToObj(number -> later(intake, "P-" + number))
                    .toList();

            assertThat(batches)
                    .allSatisfy(batch -> assertThat(statuses(batch)).hasSize(40).containsOnly(202));
        }
    }

    @Test
    void isToldOfAStop() {
        var intake = withRoomFor(4);
        var buffer = intake.buffer();
        var first = held(intake, "P-1");
        await().atMost(PATIENCE).until(() -> sender.held() == 2);
        var second = held(intake, "P-2");

        var stopped = CompletableFuture.runAsync(intake::close, clients);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(buffer::isClosed);
        sender.letGo();

        assertThat(statuses(first)).containsExactly(202, 202, 503);
        assertThat(lines(first).getLast().path("code").asString()).isEqualTo("shutting-down");
        assertThat(lines(first).getLast().path("submissionId").asString()).isEqualTo("S-2");
        assertThat(second.join().status()).isEqualTo(503);
        assertThat(second.join().text("code")).isEqualTo("shutting-down");
        stopped.join();
    }

    private RunningIntake withRoomFor(int submissions) {
        var intake = RunningIntake.sending(stack, sender, submissions);
        await().atMost(PATIENCE).until(intake::ready);
        return intake;
    }

    /** Forty of a patient, whose answers the log holds back. */
    private CompletableFuture<Answer> held(RunningIntake intake, String patient) {
        sender.hold(patient);
        return later(intake, patient);
    }

    private CompletableFuture<Answer> later(RunningIntake intake, String patient) {
        String batch = IntStream.range(0, 40)
                .mapToObj(number -> submission(patient, "S-" + number))
                .collect(Collectors.joining("\n"));
        var request = intake.request(token(patient), "application/x-ndjson").POST(BodyPublishers.ofString(batch));
        return CompletableFuture.supplyAsync(() -> intake.send(request.build()), clients);
    }

    private String token(String patient) {
        return stack.tokens().patient("S1", "A", patient);
    }

    /** Acknowledged soon, so that the log does not count as unreachable. */
    private static void beat(SubmissionBuffer buffer) {
        buffer.offer(new EncodedSubmission(
                UUID.randomUUID(), UUID.randomUUID(), "", Instant.EPOCH, ByteBuffer.allocate(1), Map.of()));
    }

    private static String submission(String patient, String id) {
        return """
                {"submissionId":"%s","studyId":"S1","siteId":"A","patientId":"%s","formId":"F1","answers":{"q1":3}}""".formatted(id, patient);
    }

    private static List<Integer> statuses(CompletableFuture<Answer> batch) {
        return lines(batch).stream().map(line -> line.path("status").asInt()).toList();
    }

    private static List<JsonNode> lines(CompletableFuture<Answer> batch) {
        assertThat(batch.join().status()).as(batch.join().raw()).isEqualTo(207);
        return batch.join().raw().lines().map(JSON::readTree).toList();
    }
}
