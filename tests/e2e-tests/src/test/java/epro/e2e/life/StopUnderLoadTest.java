package epro.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.e2e.life.KeptAlive.Answer;
import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.testing.Http;
import epro.testing.TopicReader;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A SIGTERM while 64 clients send as fast as they are answered: whoever sent is answered, until told that the connection ends. */
@Tag("slow")
@Timeout(180)
@WithInfrastructure
class StopUnderLoadTest {
    private static final int CLIENTS = 64;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger answered = new AtomicInteger();
    private final String study = "STOP-" + UUID.randomUUID();
    private final LocalStack stack;
    private final Replica intake;
    private final String token;

    StopUnderLoadTest(LocalStack stack) {
        this.stack = stack;
        this.token = stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
        this.intake = stack.replica(Part.INTAKE, Map.of());
    }

    /** A caller who was seen before is answered with the length of the answer. */
    @BeforeEach
    void beSeen() {
        assertThat(new Http(intake.address(), token)
                        .post("/api/v1/submissions", body(CLIENTS, 0))
                        .statusCode())
                .isEqualTo(202);
    }

    @AfterEach
    void end() {
        stack.resume(Part.KAFKA);
        stack.awaitReady(Part.KAFKA);
        intake.close();
        threads.close();
    }

    @Test
    void answersEveryRequestAndLosesNothing() {
        List<CompletableFuture<List<Answer>>> clients = send();
        await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() > 20 * CLIENTS);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(intake::close, threads);

        await().pollInterval(Duration.ofMillis(20)).until(() -> readiness() == 503);
        assertFinal(clients);
        stopped.join();
    }

    @Test
    void answersWhatWaitedForTheLogLongerThanClientsWereLetLeave() {
        stack.suspend(Part.KAFKA);
        List<CompletableFuture<List<Answer>>> clients = send();
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> management("/actuator/prometheus")
                        .contains("epro_intake_in_flight{service=\"intake-service\"} %d.0".formatted(CLIENTS)));

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(intake::close, threads);
        CompletableFuture.runAsync(
                        () -> stack.resume(Part.KAFKA), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, threads))
                .join();

        assertFinal(clients);
        stopped.join();
    }

    private void assertFinal(List<CompletableFuture<List<Answer>>> clients) {
        List<Answer> answers = clients.stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(202, 503);
            assertThat(answer.status() == 202 || answer.headers().containsKey("retry-after"))
                    .isTrue();
        });
        assertThat(keysOnTopic())
                .containsAll(answers.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(answer -> answer.body().path("submissionKey").asString())
                        .toList());
    }

    private List<CompletableFuture<List<Answer>>> send() {
        return IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> sendUntilTold(client), threads))
                .toList();
    }

    private List<Answer> sendUntilTold(int client) {
        List<Answer> answers = new ArrayList<>();
        try (KeptAlive connection = new KeptAlive(intake.address(), token)) {
            do {
                answers.add(connection.send(body(client, answers.size())));
                answered.incrementAndGet();
            } while (!answers.getLast().isLast());
            connection.requireEnd();
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException("client %d, behind %d answers".formatted(client, answers.size()), e);
        }
    }

    private String body(int client, int number) {
        return """
                {"submissionId":"S-%d","studyId":"%s","siteId":"A","patientId":"P-%d","formId":"F","answers":{"q":1}}""".formatted(number, study, client);
    }

    private int readiness() {
        return new Http(intake.management(), null)
                .get("/actuator/health/readiness")
                .statusCode();
    }

    private String management(String path) {
        return new Http(intake.management(), null).get(path).body();
    }

    private List<String> keysOnTopic() {
        return new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream().map(StopUnderLoadTest::key).toList();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
