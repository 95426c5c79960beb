package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.RunningIntake;
import epro.intake.buffer.Delivery;
import epro.intake.buffer.EncodedSubmission;
import epro.stack.LocalStack;
import epro.testing.WithInfrastructure;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a batch sends behind a line whose send has failed. */
@Timeout(90)
@WithInfrastructure
class FailedSendTest {
    private static final Delivery THERE = new Delivery.Acknowledged("topic", 0, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Queue<Consumer<Delivery>> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void isNothingWhereItFailedAtOnceThoughThoseBeforeAreOnTheirWay(LocalStack stack) {
        try (var intake = RunningIntake.sending(stack, this::refuseTheThird, 256)) {
            await().atMost(PATIENCE).until(intake::ready);
            String batch = IntStream.range(0, 40).mapToObj(FailedSendTest::line).collect(Collectors.joining("\n"));
            String token = stack.tokens().patient("S1", "A", "P-1");
            var request = intake.request(token, "application/x-ndjson").POST(BodyPublishers.ofString(batch));
            var answer = CompletableFuture.supplyAsync(() -> intake.send(request.build()));
            await().atMost(PATIENCE).until(() -> sent.get() >= 3);
            held.forEach(callback -> callback.accept(THERE));

            List<JsonNode> lines =
                    answer.join().raw().lines().map(JSON::readTree).toList();

            assertThat(lines).hasSize(40);
            assertThat(lines.subList(0, 2)).allMatch(line -> line.path("status").asInt() == 202);
            assertThat(lines.subList(2, 40))
                    .allMatch(line -> line.path("code").asString("").equals("broker-unreachable"));
            assertThat(sent.get()).isEqualTo(3);
        }
    }

    /** As the producer does where it can't queue what it is given; those before it are held, and those behind it taken. */
    private void refuseTheThird(EncodedSubmission submission, Consumer<Delivery> callback) {
        switch (sent.incrementAndGet()) {
            case 1, 2 -> held.add(callback);
            case 3 -> callback.accept(new Delivery.Unsent());
            default -> callback.accept(THERE);
        }
    }

    private static String line(int number) {
        return """
                {"submissionId":"S-%d","studyId":"S1","siteId":"A","patientId":"P-1","formId":"F1","answers":{"q1":3}}""".formatted(number);
    }
}
