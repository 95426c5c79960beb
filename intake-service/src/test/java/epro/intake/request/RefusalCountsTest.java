package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What operators see of an app whose submissions are refused. */
class RefusalCountsTest extends IntakeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void areByCodeAndByTheAppThatTheBodyNames() {
        submit(body(somePatient(), "'client':{'app':'diary-a','version':'7.1'},'nonsense':1,"));
        submit("{\"client\":{\"app\":\"diary-a\",\"version\":\"7.1\"}}");

        assertCounted("unknown-member", "diary-a", "7.1");
        assertCounted("missing-member", "diary-a", "7.1");
    }

    @Test
    void areByTheUserAgentWhereNoBodyCouldBeRead() {
        submit("{", "User-Agent", "diary-b/2.0.1 (a phone)");
        assertCounted("malformed-json", "diary-b", "2.0.1");

        intake.submit("no-token", body(somePatient()), "User-Agent", "diary-b/2.0.1");
        assertCounted("unauthenticated", "diary-b", "2.0.1");
    }

    @Test
    void areByTheUserAgentWhereACallerComesInAnotherForm() {
        var text = request("text/plain").header("User-Agent", "diary-e/1").POST(BodyPublishers.ofString("x"));
        intake.send(text.build());

        assertCounted("unsupported-media-type", "diary-e", "1");
    }

    @Test
    void tellNoStrangersApartWhateverTheyAreRefusedFor() {
        var doors = Map.of(
                "/fhir/R4/metadata", "method-not-allowed",
                "//api/v1/submissions", "bad-request",
                "/api/v1/submissions", "unauthenticated");
        doors.forEach((path, code) -> {
            var stranger = HttpRequest.newBuilder(intake.address(path)).header("User-Agent", "stranger-a/1");
            countedAs(
                    code,
                    () -> intake.send(stranger.POST(BodyPublishers.noBody()).build()));

            assertCounted(code, "other", "other");
        });
        assertThat(metrics()).doesNotContain("stranger-a");
    }

    @Test
    void areOfEveryLineOfABatch() {
        Answer answer = intake.send(request("application/x-ndjson")
                .header("User-Agent", "diary-c/3")
                .POST(BodyPublishers.ofString("{\"client\":{\"app\":\"diary-d\",\"version\":\"4\"}}\n[]\n"))
                .build());

        assertThat(answer.status()).isEqualTo(207);
        assertCounted("missing-member", "diary-d", "4");
        assertCounted("wrong-type", "diary-c", "3");
    }

    @Test
    void nameNothingThatIsNoName() {
        submit("{\"client\":{\"app\":\"Mrs Li, 13800138000\",\"version\":\"my leg hurts\"}}", "User-Agent", "x");

        assertCounted("missing-member", "unknown", "unknown");
        assertThat(metrics()).doesNotContain("13800138000", "leg");
    }

    @Test
    void tellAHundredAppsApart() {
        var meters = new SimpleMeterRegistry();
        var counts = new RefusalCounts(meters);

        IntStream.range(0, 150).forEach(i -> counts.count("too-deep", new AppVersion("app-" + i, "1")));
        counts.count("too-deep", new AppVersion("app-0", "1"));

        assertThat(meters.get("epro.intake.refusals").counters()).hasSize(101);
        assertThat(meters.get("epro.intake.refusals")
                        .tag("app", "other")
                        .counter()
                        .count())
                .isEqualTo(50);
        assertThat(meters.get("epro.intake.refusals").tag("app", "app-0").counters())
                .singleElement()
                .extracting(Counter::count)
                .isEqualTo(2.0);
    }

    /** Soon: it is counted when the answer is on its way. */
    private void assertCounted(String code, String app, String version) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(metrics().lines())
                        .anyMatch(line -> line.startsWith("epro_intake_refusals_total{")
                                && line.contains("code=\"" + code + "\"")
                                && line.contains("app=\"" + app + "\"")
                                && line.contains("version=\"" + version + "\"")));
    }

    private String metrics() {
        return intake.management("/actuator/prometheus").raw();
    }
}
