package epro.nmpa.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.support.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TrialListTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void readsALineATrial() throws IOException {
        assertThat(
                        list("{\"registrationNumber\":\"CTR1\"}\r\n\n{\"registrationNumber\":\" CTRI/2020/04/1 \"}\n{\"registrationNumber\":\"CTR1\"}")
                                .ndjson())
                .containsExactly("CTR1", "CTRI/2020/04/1");
    }

    @Test
    void readsTheColumnThatTheHeaderNames() throws IOException {
        assertThat(list("\uFEFFsponsor,registration_no\n\"a, \"\"b\"\"\",CTR1\nc,\"CTR2\"\n")
                        .csv())
                .containsExactly("CTR1", "CTR2");
    }

    @Test
    void namesTheLineThatIsWrong() {
        refuses("{\"registrationNumber\":\"CTR1\"}\n{\"registrationNumber\":", "malformed-line", 2);
        refuses(
                "{\"registrationNumber\":\"CTR1\"}\n\n{\"registrationNumber\":\"../x\"}",
                "invalid-registration-number",
                3);
        refuses("{\"registrationNumber\":7}", "invalid-registration-number", 1);
        refuses("x".repeat(5_000), "line-too-long", 1);
    }

    @Test
    void refusesACsvWithoutTheColumnOrWithAnOpenQuote() {
        assertThatThrownBy(() -> list("a,b\nc,d").csv())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo("missing-column"));
        assertThatThrownBy(() -> list("registrationNumber\n\"CTR1").csv())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.members()).containsEntry("line", 2));
    }

    private static void refuses(String body, String code, int line) {
        assertThatThrownBy(() -> list(body).ndjson()).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.members()).containsEntry("line", line);
        });
    }

    private static TrialList list(String body) {
        return new TrialList(new BoundedLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), CLOCK));
    }
}
