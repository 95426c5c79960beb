package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer.Place;
import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.TopicReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class OutageTest {

    private static final Duration SPAN = Duration.ofSeconds(6);
    private static final int SUBMISSIONS = 300;

    private final Pipeline pipeline = Pipeline.running();
    private final LocalStack stack = pipeline.stack();

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @Test
    void losesNothingAndCondemnsNothingWhileTheDatabaseIsAway() throws SQLException {
        int condemned = deadLetters();
        stack.stop(Part.POSTGRES);
        List<Place> acknowledged;
        try (Load load = new Load(pipeline, "database-away")) {
            acknowledged = load.begin(100, Duration.ofSeconds(3)).end();
        } finally {
            stack.start(Part.POSTGRES);
        }
        exactlyOnce("database-away", 100, acknowledged);
        assertThat(deadLetters()).isEqualTo(condemned);
    }

    @Test
    void losesNothingWhileTheBrokerIsFrozen() throws SQLException {
        try (Load load = new Load(pipeline, "broker-frozen").begin(SUBMISSIONS, SPAN)) {
            CompletableFuture<Void> thawed = after(1, () -> stack.suspend(Part.KAFKA))
                    .thenCompose(_ -> after(3, () -> stack.resume(Part.KAFKA)));
            List<Place> acknowledged = load.end();
            thawed.join();
            exactlyOnce("broker-frozen", SUBMISSIONS, acknowledged);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "PROCESSING", "NOTIFICATION", "AE_MODEL"})
    void losesNothingWhenAServiceIsKilled(Part service) throws SQLException {
        losesNothingWhenKilled(service);
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"KAFKA", "REGISTRY", "POSTGRES"})
    void losesNothingWhenWhatItStandsOnIsKilled(Part part) throws SQLException {
        losesNothingWhenKilled(part);
    }

    private void losesNothingWhenKilled(Part part) throws SQLException {
        String study = "killed-" + part.text();
        try (Load load = new Load(pipeline, study).begin(SUBMISSIONS, SPAN)) {
            CompletableFuture<Void> killed = after(2, () -> stack.kill(part));
            List<Place> acknowledged = load.end();
            killed.join();
            exactlyOnce(study, SUBMISSIONS, acknowledged);
        }
        stack.awaitReady(part);
    }

    private void exactlyOnce(String study, int submissions, List<Place> acknowledged) throws SQLException {
        new ExactlyOnce(pipeline.database()).of(study, submissions, acknowledged);
    }

    private int deadLetters() {
        return new TopicReader(stack.kafka()).read(Topics.SUBMISSIONS_DLT).size();
    }

    private static CompletableFuture<Void> after(int seconds, Runnable action) {
        return CompletableFuture.runAsync(action, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }
}
