package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.evidence.Evidence;
import epro.cli.submission.Answer.Place;
import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A cluster goes on without one of its brokers, promises nothing with one alone, and gets more partitions under load. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration OVER_WITHIN = Duration.ofSeconds(30);
    private static final int SUBMISSIONS = 300;
    private static final int REFUSED = 1;

    private final Cluster cluster = Cluster.start();
    private final LocalStack stack = cluster.stack();
    private final Pipeline pipeline = Pipeline.on(stack);
    private final Evidence evidence = Recording.of(ClusterTest.class, "full");
    private final ClusterFigures figures = new ClusterFigures();

    @AfterAll
    void stop() throws IOException {
        cluster.close();
        evidence.write("brokers", figures);
    }

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @Test
    @Order(1)
    void keepEachRecordOnThreeAndDemandTwo() throws ExecutionException, InterruptedException {
        assertThat(cluster.partitions(Topics.SUBMISSIONS))
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        assertThat(cluster.setting(Topics.SUBMISSIONS, "min.insync.replicas")).isEqualTo("2");
    }

    @ParameterizedTest
    @Order(2)
    @EnumSource
    void loseNothingAndGoOnWithoutOne(BrokerFault fault) throws SQLException, ExecutionException, InterruptedException {
        cluster.awaitWhole();
        Part broker = fault.victim(cluster);
        try (Load load = new Load(pipeline, fault.text()).begin(SUBMISSIONS, Duration.ofSeconds(12))) {
            CompletableFuture<Void> begun = after(2, () -> fault.begin(cluster, broker));
            List<Place> acknowledged = load.end();
            begun.join();
            storedOnce(fault.text(), load, acknowledged);
            figures.time(fault.text(), load);
            assertThat(load.longestSilence()).isLessThan(OVER_WITHIN);
            assertThat(load.longestWait()).isLessThan(OVER_WITHIN);
        } finally {
            fault.end(cluster, broker);
        }
    }

    @Test
    @Order(3)
    void refuseWhenTwoAreGoneUntilTheyAreBack() throws SQLException {
        cluster.awaitWhole();
        try (Load load = new Load(pipeline, "twoGone").begin(60, Duration.ofSeconds(6))) {
            try {
                bothOthers(stack::stop);
                HttpResponse<String> refused = await().atMost(PATIENCE)
                        .until(this::submit, answer -> answer.body().contains("broker-unreachable"));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            } finally {
                bothOthers(stack::start);
            }
            storedOnce("twoGone", load, load.end());
            assertThat(load.refusals()).containsKey("broker-unreachable");
        }
    }

    @Test
    @Order(4)
    void keepEachPatientsOrderWhenTheyGetMorePartitionsUnderLoadAsDocumented() throws Exception {
        try (OneByOne patients = new OneByOne(pipeline, "more-partitions").begin(12)) {
            patients.awaitAnswered(60);
            assertThat(EproCommand.run(stack, "partitions", "32").exitStatus()).isEqualTo(REFUSED);
            stack.stop(Part.INTAKE);
            EproCommand raised = EproCommand.run(stack, "partitions", "32", "--json");
            assertThat(raised).extracting(EproCommand::exitStatus).isEqualTo(0);
            assertThat(JsonMapper.shared()
                            .readTree(raised.output())
                            .path("partitions")
                            .asInt())
                    .isEqualTo(32);
            for (Part reader : List.of(Part.PROCESSING, Part.NOTIFICATION)) {
                stack.stop(reader);
                stack.start(reader);
            }
            stack.start(Part.INTAKE);
            patients.awaitAnswered(patients.answered() + 120);
            patients.end();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(patients.stored()).isEqualTo(patients.sent()));
        }
        assertThat(cluster.partitions(Topics.SUBMISSIONS)).hasSize(32);
        assertThat(pipeline.database()
                        .number("select count(*) from lane where name like 'epro.submissions%' and partition >= 16"))
                .isPositive();
    }

    private void storedOnce(String study, Load load, List<Place> acknowledged) throws SQLException {
        ExactlyOnce stored = new ExactlyOnce(pipeline.database());
        stored.of(study, Math.toIntExact(load.sent()), acknowledged);
        figures.count(study, load, stored.lost(study, acknowledged));
    }

    /** At the same time: one alone is no quorum, and neither ends nor is ready in good order without the other. */
    private static void bothOthers(Consumer<Part> action) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> action.accept(Part.KAFKA_2)),
                        CompletableFuture.runAsync(() -> action.accept(Part.KAFKA_3)))
                .join();
    }

    private HttpResponse<String> submit() {
        return pipeline.intake().post("/api/v1/submissions", new Diary("refused", "p-1", "refused-1", 3).json());
    }

    private static CompletableFuture<Void> after(int seconds, Runnable action) {
        return CompletableFuture.runAsync(action, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }
}
