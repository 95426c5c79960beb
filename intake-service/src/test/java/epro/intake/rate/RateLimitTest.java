package epro.intake.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.intake.RunningIntake;
import epro.stack.LocalStack;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import epro.support.start.IllegalSetting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller who sends too often, beside others. */
class RateLimitTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();

    private RunningIntake strict;

    @BeforeAll
    void startStrictIntake(LocalStack shared) {
        strict = RunningIntake.with(
                shared,
                Map.of("EPRO_RATE_PATIENT_BURST", "3", "EPRO_RATE_PATIENT", "1", "EPRO_RATE_GATEWAY_BURST", "5"));
        await().atMost(Duration.ofSeconds(30)).until(strict::ready);
    }

    @AfterAll
    void stopStrictIntake() {
        strict.close();
    }

    @Test
    void refusesOneWhoSendsTooOftenAndNobodyElse() {
        String noisy = somePatient();
        for (int left = 2; left >= 0; left--) {
            Answer taken = send(noisy);
            assertThat(taken.status()).isEqualTo(202);
            assertThat(taken.header("RateLimit-Policy")).isEqualTo("\"caller\";q=3;w=3");
            assertThat(taken.header("RateLimit")).startsWith("\"caller\";r=");
        }

        Answer refused = send(noisy);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit")).startsWith("\"caller\";r=0;t=");

        assertThat(send(somePatient()).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> send(noisy).status() == 202);
    }

    @Test
    void namesWhatIsRefusedAndCountsItsApp() {
        String noisy = somePatient();
        String body = body(noisy, "'submissionId':'s-often','client':{'app':'diary-r','version':'1.2'},'nonsense':1,");

        assertThat(firstTooMany(noisy, body).text("submissionId")).isEqualTo("s-often");

        await().untilAsserted(() -> assertThat(
                        strict.management("/actuator/prometheus").raw())
                .containsPattern("epro_intake_refusals_total\\{app=\"diary-r\",code=\"rate-limited\""));
    }

    @Test
    void saysFirstOfWhatCannotBeReadThatItIsTooMuch() {
        String noisy = somePatient();

        for (String body : List.of("nonsense", "", "x".repeat(70_000))) {
            assertThat(firstTooMany(noisy, body).text("code")).isEqualTo("rate-limited");
        }
    }

    @Test
    void refusesAllLinesOfABatchBehindTheFirstThatIsTooMany() {
        String patient = somePatient();
        String body = (body(patient) + "\n").repeat(7);

        Answer answer = strict.send(strict.request(stack.tokens().patient("S1", "A", patient), "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build());

        List<JsonNode> lines = answer.raw().lines().map(JSON::readTree).toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(0, 3))
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(202));
        assertThat(lines.subList(4, 7)).allSatisfy(line -> {
            assertThat(line.path("status").asInt()).isEqualTo(429);
            assertThat(line.path("code").asString()).isEqualTo("rate-limited");
            assertThat(line.path("retryAfter").asInt()).isEqualTo(1);
            assertThat(line.path("submissionId").asString("")).isNotEmpty();
            assertThat(line.path("submissionKey").asString("")).isNotEmpty();
        });
    }

    @Test
    void remembersTheLastTenThousandCallers() {
        Rate once = new Rate(1, 1);
        RateLimit limit = new RateLimit(new RateSettings(once, once));
        limit.take(caller(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limit.take(caller(0)));

        IntStream.rangeClosed(1, 9_999).forEach(number -> limit.take(caller(number)));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limit.take(caller(0)));

        IntStream.rangeClosed(10_000, 20_000).forEach(number -> limit.take(caller(number)));
        limit.take(caller(0));
    }

    private static Caller caller(int number) {
        return new Caller("caller-" + number, "issuer", null, null, Set.of(), List.of(), null);
    }

    @Test
    void isASettingThatMakesSense() {
        assertThatExceptionOfType(IllegalSetting.class).isThrownBy(() -> new Rate(0, 1));
        assertThatExceptionOfType(IllegalSetting.class).isThrownBy(() -> new Rate(1, 0));
        assertThat(new Rate(100, 20).secondsToFull(0)).isEqualTo(5);
        assertThat(new Rate(100, 20).secondsToFull(99)).isEqualTo(1);
    }

    private Answer firstTooMany(String patient, String body) {
        String token = stack.tokens().patient("S1", "A", patient);
        return Stream.generate(() -> strict.submit(token, body))
                .limit(20)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    private Answer send(String patient) {
        return strict.submit(stack.tokens().patient("S1", "A", patient), body(patient));
    }
}
