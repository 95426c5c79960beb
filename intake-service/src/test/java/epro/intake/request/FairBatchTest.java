package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.intake.RunningIntake;
import epro.intake.TopicEvents;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.stack.Part;
import epro.testing.TopicReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a batch leaves to others, and what becomes of its order, while the log keeps it waiting. */
@Tag("slow")
@Timeout(60)
class FairBatchTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ON_THEIR_WAY_MAX = 32;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void recover() {
        stack.resume(Part.KAFKA);
        stack.awaitReady(Part.KAFKA);
    }

    @Test
    void hasAtMost32OnTheirWayAndLetsAnotherCallerIn() {
        try (var narrow = withRoomFor(2 * ON_THEIR_WAY_MAX)) {
            String token = stack.tokens().patient("S1", "A", "P-beside");
            stack.suspend(Part.KAFKA);
            var batch = later(narrow, somePatient(), 100);
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> narrow.buffer().size() == ON_THEIR_WAY_MAX);
            var beside = CompletableFuture.supplyAsync(() -> narrow.submit(token, body("P-beside")), clients);
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> narrow.buffer().size() == ON_THEIR_WAY_MAX + 1);
            stack.resume(Part.KAFKA);

            assertThat(beside.join().status()).isEqualTo(202);
            assertThat(lines(batch.join())).hasSize(100);
            assertThat(narrow.management("/actuator/prometheus").raw())
                    .doesNotContain("epro_intake_offers_total{result=\"full\"");
        }
    }

    @Test
    void sendsNothingBehindTheFirstLineThatFoundNoRoom() {
        String patient = somePatient();
        try (var narrow = withRoomFor(8)) {
            String token = gateway();
            assertThat(narrow.submit(token, body(somePatient())).status()).isEqualTo(202);
            stack.suspend(Part.KAFKA);
            for (int beside = 0; beside < 5; beside++) {
                clients.execute(() -> narrow.submit(token, body(somePatient())));
            }
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> narrow.buffer().size() == 5);
            var batch = later(narrow, patient, 100);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> narrow.management("/actuator/prometheus").raw().contains("result=\"full\""));
            stack.resume(Part.KAFKA);

            List<JsonNode> lines = lines(batch.join());
            assertThat(lines.subList(0, 3)).allMatch(line -> line.path("status").asInt() == 202);
            assertThat(lines.subList(3, 100))
                    .allMatch(line -> line.path("code").asString().equals("buffer-full"));
            assertThat(keysOnTopic(patient))
                    .containsExactlyElementsOf(IntStream.range(0, 3)
                            .mapToObj(number -> key(patient, number))
                            .toList());
        }
    }

    private RunningIntake withRoomFor(int submissions) {
        var narrow = RunningIntake.with(stack, Map.of("INTAKE_BUFFER_CAPACITY", Integer.toString(submissions)));
        await().atMost(Duration.ofSeconds(30)).until(narrow::ready);
        return narrow;
    }

    private CompletableFuture<Answer> later(RunningIntake narrow, String patient, int lines) {
        String batch = IntStream.range(0, lines)
                .mapToObj(number -> body(patient, "'submissionId':'S-%d',".formatted(number))
                        .strip())
                .collect(Collectors.joining("\n"));
        var request = narrow.request(gateway(), "application/x-ndjson").POST(BodyPublishers.ofString(batch));
        return CompletableFuture.supplyAsync(() -> narrow.send(request.build()), clients);
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(207);
        return answer.raw().lines().map(JSON::readTree).toList();
    }

    private List<String> keysOnTopic(String patient) {
        var own =
                IntStream.range(0, 100).mapToObj(number -> key(patient, number)).collect(Collectors.toSet());
        return new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .map(record -> TopicEvents.headers(record).get("ce_id"))
                        .filter(own::contains)
                        .toList();
    }

    private static String key(String patient, int number) {
        return Keys.submissionKey(Keys.patientKey("S1", patient), "S-" + number).toString();
    }
}
