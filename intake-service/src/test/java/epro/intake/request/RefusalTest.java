package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.stack.StandardRole;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest extends IntakeTest {

    @Test
    void refusesAStranger() {
        assertRefused(intake.submit("nonsense", body("P")), 401, "unauthenticated");
    }

    @ParameterizedTest
    @EnumSource(value = StandardRole.class, names = "SUBMIT", mode = EnumSource.Mode.EXCLUDE)
    void refusesStaffWhoMayNotSubmit(StandardRole role) {
        var token = stack.tokens().of(role, Duration.ofMinutes(5));

        assertRefused(intake.submit(token, body("P")), 403, "forbidden");
    }

    @Test
    void refusesAPatientWhoSendsForAnother() {
        var token = stack.tokens().patient("S1", "A", "P1");

        assertRefused(intake.submit(token, body("P2")), 403, "forbidden");
        assertRefused(intake.submit(token, body("P1").replace("\"S1\"", "\"S2\"")), 403, "forbidden");
        assertRefused(intake.submit(token, body("P1").replace("\"A\"", "\"B\"")), 403, "forbidden");
        assertThat(intake.submit(token, body("P1")).status()).isEqualTo(202);
    }

    @Test
    void namesTheSubmissionInEveryRefusalThatKnowsIt() {
        var byHeader = submit("{", "Idempotency-Key", "s-1");
        var byBody = submit("{\"submissionId\":\"s-2\"}");
        var unknown = submit("{");

        assertRefused(byHeader, 400, "malformed-json");
        assertThat(byHeader.text("submissionId")).isEqualTo("s-1");
        assertRefused(byBody, 400, "missing-member");
        assertThat(byBody.text("submissionId")).isEqualTo("s-2");
        assertThat(byBody.text("pointer")).isEqualTo("/patientId");
        assertThat(unknown.body().has("submissionId")).isFalse();
    }

    @Test
    void namesTheStatedIdEvenToStrangersAndForOtherMediaTypesAndMethods() {
        var stranger = HttpRequest.newBuilder(intake.address("/api/v1/submissions"))
                .header("Idempotency-Key", "s-3")
                .POST(BodyPublishers.ofString(body("P")));
        var text = request("application/json")
                .setHeader("Content-Type", "text/plain")
                .header("Idempotency-Key", "s-4");
        var wrongMethod = request("application/json").header("Idempotency-Key", "s-5");

        assertThat(intake.send(stranger.build()).text("submissionId")).isEqualTo("s-3");
        assertThat(intake.send(text.POST(BodyPublishers.ofString("x")).build()).text("submissionId"))
                .isEqualTo("s-4");
        assertThat(intake.send(wrongMethod.GET().build()).text("submissionId")).isEqualTo("s-5");
    }

    @Test
    void refusesPersonalNumbersAndNeverRepeatsThem() {
        var answer = submit(body("13800138000"));

        assertRefused(answer, 400, "patientid-looks-personal");
        assertThat(answer.raw()).doesNotContain("13800138000");
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsSaidOrNot() {
        var large = body("P").replace("3}", "\"" + "x".repeat(70_000) + "\"}");

        assertRefused(submit(large), 413, "body-too-large");
        var bytes = large.getBytes(StandardCharsets.UTF_8);
        var chunked =
                request("application/json").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertRefused(intake.send(chunked.build()), 413, "body-too-large");
    }

    @Test
    void refusesOtherMediaTypesEncodingsAndMethods() {
        var text = request("text/plain").POST(BodyPublishers.ofString(body("P")));
        assertRefused(intake.send(text.build()), 415, "unsupported-media-type");
        assertRefused(submit(body("P"), "Content-Encoding", "br"), 415, "content-encoding-not-supported");
        assertThat(submit(body("P"), "Content-Encoding", "identity").status()).isEqualTo(202);
        assertRefused(intake.send(request("application/json").GET().build()), 405, "method-not-allowed");
        assertRefused(submit(body("P"), "Accept", "text/html"), 406, "not-acceptable");
    }

    @Test
    void refusesNonsenseOfAnyKindAsAProblem() {
        for (String nonsense : new String[] {"", "null", "[]", "\u0000", "{\"a\":1}{\"b\":2}", "NaN", "{'a':1}"}) {
            var answer = submit(nonsense);
            assertThat(answer.status()).as(nonsense).isEqualTo(400);
            assertThat(answer.text("code")).as(nonsense).isNotEmpty().isNotEqualTo("bad-request");
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
