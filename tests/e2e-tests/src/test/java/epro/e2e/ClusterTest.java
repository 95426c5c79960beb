package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.evidence.Evidence;
import epro.cli.submission.Answer.Place;
import epro.schemas.PartitionRaise;
import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A cluster goes on without one of its brokers, promises nothing with one alone, and gets more partitions under load. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SUBMISSIONS = 300;

    private final LocalStack stack = LocalStack.builder()
            .home(Workspace.find()
                    .scratch()
                    .resolve("tests/brokers-" + ProcessHandle.current().pid()))
            .brokers(3)
            .services(Set.of(Part.PROCESSING, Part.NOTIFICATION, Part.INTAKE))
            .anyPorts()
            .start();
    private final Pipeline pipeline = Pipeline.on(stack);
    private final Evidence evidence = Recording.of(ClusterTest.class, "full");
    private final Map<String, Double> silenceSeconds = new TreeMap<>();

    @AfterAll
    void stop() throws IOException {
        stack.close();
        evidence.write("brokers", Map.of("silenceSeconds", silenceSeconds));
    }

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @Test
    @Order(1)
    void keepEachRecordOnThreeAndDemandTwo() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            assertThat(partitions(admin))
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SUBMISSIONS);
            assertThat(admin.describeConfigs(List.of(topic)).all().get())
                    .hasEntrySatisfying(
                            topic,
                            config -> assertThat(
                                            config.get("min.insync.replicas").value())
                                    .isEqualTo("2"));
        }
    }

    @Test
    @Order(2)
    void loseNothingWhenOneIsKilledUnderLoad() throws SQLException {
        try (Load load = new Load(pipeline, "broker-killed").begin(SUBMISSIONS, Duration.ofSeconds(8))) {
            CompletableFuture<Void> killed = after(2, () -> stack.kill(Part.KAFKA_2));
            List<Place> acknowledged = load.end();
            killed.join();
            noted("oneKilled", load);
            new ExactlyOnce(pipeline.database()).of("broker-killed", SUBMISSIONS, acknowledged);
        }
        stack.awaitReady(Part.KAFKA_2);
    }

    @Test
    @Order(3)
    void answerAndStoreEverythingWhileOneStandsStill() throws SQLException {
        awaitAllInSync();
        stack.suspend(Part.KAFKA_3);
        try (Load load = new Load(pipeline, "broker-still").begin(SUBMISSIONS, Duration.ofSeconds(6))) {
            List<Place> acknowledged = load.end();
            noted("oneStandingStill", load);
            new ExactlyOnce(pipeline.database()).of("broker-still", SUBMISSIONS, acknowledged);
        } finally {
            stack.resume(Part.KAFKA_3);
        }
    }

    @Test
    @Order(4)
    void refuseWhenTwoAreGoneUntilTheyAreBack() throws SQLException {
        awaitAllInSync();
        try (Load load = new Load(pipeline, "two-gone").begin(60, Duration.ofSeconds(6))) {
            stack.suspend(Part.KAFKA_2);
            stack.suspend(Part.KAFKA_3);
            try {
                HttpResponse<String> refused = await().atMost(PATIENCE)
                        .until(this::submit, answer -> answer.body().contains("broker-unreachable"));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            } finally {
                stack.resume(Part.KAFKA_2);
                stack.resume(Part.KAFKA_3);
            }
            List<Place> acknowledged = load.end();
            new ExactlyOnce(pipeline.database()).of("two-gone", 60, acknowledged);
        }
    }

    @Test
    @Order(5)
    void keepEachPatientsOrderWhenTheyGetMorePartitionsUnderLoad() throws SQLException {
        try (OneByOne patients = new OneByOne(pipeline, "more-partitions").begin(12)) {
            patients.awaitAnswered(60);
            stack.stop(Part.INTAKE);
            raiseTo(32);
            stack.stop(Part.PROCESSING);
            stack.start(Part.PROCESSING);
            stack.start(Part.INTAKE);
            patients.awaitAnswered(patients.answered() + 120);
            patients.end();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(patients.stored()).isEqualTo(patients.sent()));
        }
        assertThat(pipeline.database()
                        .number("select count(*) from lane where name like 'epro.submissions%' and partition >= 16"))
                .isPositive();
    }

    private void noted(String fault, Load load) {
        silenceSeconds.put(fault, load.longestSilence().toMillis() / 1_000.0);
    }

    private void raiseTo(int partitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            PartitionRaise raise = new PartitionRaise(admin);
            await().atMost(PATIENCE).until(() -> raise.backlog() == 0);
            raise.to(partitions);
        }
    }

    private void awaitAllInSync() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(partitions(admin))
                            .allSatisfy(partition -> assertThat(partition.isr()).hasSize(3)));
        }
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(admin.describeTopics(List.of(Topics.SUBMISSIONS))
                        .allTopicNames()
                        .get()
                        .get(Topics.SUBMISSIONS))
                .partitions();
    }

    private HttpResponse<String> submit() {
        return pipeline.intake().post("/api/v1/submissions", new Diary("refused", "p-1", "refused-1", 3).json());
    }

    private static CompletableFuture<Void> after(int seconds, Runnable action) {
        return CompletableFuture.runAsync(action, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }
}
