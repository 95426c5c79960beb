package epro.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import epro.stack.StandardRole;
import epro.testing.WithInfrastructure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where not even the broker's name is known. */
@Tag("slow")
@WithInfrastructure
class StartWithoutBrokerTest {

    @Test
    void livesIsNotReadyAndSaysSo(LocalStack stack) {
        try (var intake = RunningIntake.with(stack, Map.of("EPRO_KAFKA", "nowhere.invalid:9"))) {
            await().during(Duration.ofSeconds(1)).until(() -> isLive(intake) && !intake.ready());

            var token = stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
            var refused = intake.submit(token, IntakeTest.body("P1"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("not-ready");
            assertThat(refused.header("Retry-After")).matches("[1-3]");
        }
    }

    private static boolean isLive(RunningIntake intake) {
        return intake.management("/actuator/health/liveness").status() == 200;
    }
}
