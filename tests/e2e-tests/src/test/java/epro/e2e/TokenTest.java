package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {

    private final Pipeline pipeline = Pipeline.running();
    private final Diary diary = new Diary("tokens", "p-1", UUID.randomUUID().toString(), 3);

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @Test
    void refusesWhoeverHasNone() {
        HttpResponse<String> answer =
                new Http(pipeline.intakeAddress(), null).post("/api/v1/submissions", diary.json());
        assertRefused(answer, 401, "unauthenticated");
    }

    @Test
    void letsAPatientSubmitForHimselfOnly() {
        assertThat(submit(patient("p-1")).statusCode()).isEqualTo(202);
        assertRefused(submit(patient("p-2")), 403, "forbidden");
    }

    @Test
    void refusesAScopeThatDoesNotCoverTheCall() {
        assertRefused(submit(pipeline.token(StandardRole.CRC)), 403, "forbidden");
        assertRefused(pipeline.processing(StandardRole.CRC).post("/api/v1/data-checks", ""), 403, "forbidden");
    }

    private HttpResponse<String> submit(String token) {
        return pipeline.intake(token).post("/api/v1/submissions", diary.json());
    }

    private String patient(String patientId) {
        return pipeline.stack().tokens().patient("tokens", Diary.SITE, patientId);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Pipeline.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("p-1");
    }
}
