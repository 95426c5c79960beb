package epro.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.testing.Http;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An intake that starts before the name of its broker is known. */
@Tag("slow")
@WithInfrastructure
class LateBrokerTest {
    private static final String KNOWN = "127.0.0.1 localhost";
    private static final String SUBMISSION = """
            {"studyId":"LATE","siteId":"A","patientId":"P","formId":"F","answers":{"q":1}}""";

    @Test
    void livesWithoutItAndTakesSubmissionsOnceItIsKnown(LocalStack stack, @TempDir Path folder) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), KNOWN);
        int management = freePort();
        Http health = new Http(URI.create("http://127.0.0.1:" + management), null);
        CompletableFuture<Replica> ready =
                CompletableFuture.supplyAsync(() -> stack.replica(Part.INTAKE, settings(stack, hosts, management)));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> health.get("/actuator/health/liveness").statusCode() == 200);
        assertThat(health.get("/actuator/health/readiness").statusCode()).isEqualTo(503);

        Files.writeString(hosts, KNOWN + " late.invalid");

        try (Replica intake = ready.join()) {
            Http gateway = new Http(intake.address(), stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1)));
            assertThat(gateway.post("/api/v1/submissions", SUBMISSION).statusCode())
                    .isEqualTo(202);
        }
    }

    private static Map<String, String> settings(LocalStack stack, Path hosts, int management) {
        String port = stack.kafka().substring(stack.kafka().lastIndexOf(':'));
        return Map.of(
                "EPRO_KAFKA", "late.invalid" + port,
                "MANAGEMENT_SERVER_PORT", Integer.toString(management),
                "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Djdk.net.hosts.file=" + hosts);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
