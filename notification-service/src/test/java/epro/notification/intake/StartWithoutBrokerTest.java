package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Where even the broker's name is not known, people can go on with the alerts that there are. */
@Tag("slow")
class StartWithoutBrokerTest {

    @Test
    void answersAndDoesNotConsume() {
        RunningNotification.root();
        Map<String, Object> nowhere = Map.of("EPRO_KAFKA", "nowhere.invalid:9092");
        try (ConfigurableApplicationContext service = RunningNotification.start(nowhere)) {
            String token = RunningNotification.stack().tokens().of(StandardRole.CRC, Duration.ofMinutes(10));
            URI root =
                    URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));

            assertThat(new Http(root, token).get("/api/v1/alerts").statusCode()).isEqualTo(200);
            IntakeStart intake = service.getBean(IntakeStart.class);
            assertThat(Objects.requireNonNull(intake.health()).getStatus()).isEqualTo(Status.DOWN);
        }
    }
}
