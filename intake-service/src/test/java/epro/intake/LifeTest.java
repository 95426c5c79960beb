package epro.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.testing.WithInfrastructure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(90)
@WithInfrastructure
class LifeTest {

    @Test
    void livesWithoutItsRegistryButIsNotReadyUntilItIsThere(LocalStack stack) {
        stack.stop(Part.REGISTRY);
        try (var intake = RunningIntake.with(stack)) {
            assertThat(intake.management("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(intake.ready()).isFalse();
            var refused = intake.submit(gateway(stack), IntakeTest.body("P1"), "Idempotency-Key", "s-1");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("not-ready");
            assertThat(refused.text("submissionId")).isEqualTo("s-1");
            assertThat(refused.header("Retry-After")).matches("[1-3]");

            stack.start(Part.REGISTRY);

            await().atMost(Duration.ofSeconds(30)).until(intake::ready);
            assertThat(intake.submit(gateway(stack), IntakeTest.body("P1")).status())
                    .isEqualTo(202);
        }
    }

    @Test
    void answersWhatIsOnItsWayBeforeItStops(LocalStack stack) {
        var intake = RunningIntake.with(stack);
        await().atMost(Duration.ofSeconds(30)).until(intake::ready);
        stack.suspend(Part.KAFKA);
        var waiting = CompletableFuture.supplyAsync(() -> intake.submit(gateway(stack), IntakeTest.body("P-last")));
        await().until(() -> intake.management("/actuator/prometheus")
                .raw()
                .contains("epro_intake_in_flight{service=\"intake-service\"} 1.0"));

        long start = System.nanoTime();
        var stopped = CompletableFuture.runAsync(intake::close);
        stack.resume(Part.KAFKA);

        assertThat(waiting.join().status()).isEqualTo(202);
        stopped.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void stopsInTimeEvenWhenTheBrokerNeverAnswers(LocalStack stack) {
        var intake = RunningIntake.with(stack);
        await().atMost(Duration.ofSeconds(30)).until(intake::ready);
        stack.suspend(Part.KAFKA);
        try {
            var waiting = CompletableFuture.supplyAsync(() -> intake.submit(gateway(stack), IntakeTest.body("P-lost")));
            await().until(() -> intake.management("/actuator/prometheus")
                    .raw()
                    .contains("epro_intake_in_flight{service=\"intake-service\"} 1.0"));

            long start = System.nanoTime();
            intake.close();

            assertThat(waiting.join().text("code")).isEqualTo("delivery-unknown");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        } finally {
            stack.resume(Part.KAFKA);
        }
    }

    @Test
    void refusesToRunWithOtherSettingsThanItCanKeep(LocalStack stack) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> RunningIntake.with(stack, Map.of("INTAKE_BUFFER_CAPACITY", "0"))))
                .rootCause()
                .hasMessage("intake.buffer.capacity must be at least 1, was 0");
    }

    private static String gateway(LocalStack stack) {
        return stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
    }
}
