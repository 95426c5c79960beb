package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultsTest {

    private static final String TRIAL = "CTR20260001";

    private Regulator regulator = started("");

    @AfterEach
    void end() {
        regulator.close();
    }

    @Test
    void failsAsAServerDoes() throws IOException, InterruptedException {
        HttpResponse<String> answer = answerWith("server-error=1");
        assertThat(answer.statusCode()).isIn(500, 502, 503);
        assertThat(Caller.json(answer).path("code").asString()).isEqualTo("register-failed");
    }

    @Test
    void isBusyWithoutAViolation() throws IOException, InterruptedException {
        HttpResponse<String> answer = answerWith("busy=1");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(regulator.log().violations()).isEmpty();
    }

    @Test
    void cutsAnAnswerShort() throws IOException, InterruptedException {
        HttpResponse<String> answer = answerWith("truncated=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"registrationNumber\"");
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Caller.json(answer));
    }

    @Test
    void answersNothing() throws IOException, InterruptedException {
        HttpResponse<String> answer = answerWith("empty=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersForAnotherTrial() throws IOException, InterruptedException {
        HttpResponse<String> answer = answerWith("other-trial=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.json(answer).path("registrationNumber").asString())
                .startsWith("CTR")
                .isNotEqualTo(TRIAL);
    }

    @Test
    void answersLaterThanItsLatencyWhenItHangs() throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(answerWith("hang=1").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Durations.parse("700ms").toNanos());
    }

    @Test
    void failsAsOftenAsItIsSetTo() {
        ErrorMix mix = ErrorMix.parse("server-error=0.2, empty=0.1");
        Random random = new Random(7);
        long failed = IntStream.range(0, 10_000)
                .filter(_ -> mix.draw(random).isPresent())
                .count();
        assertThat(failed).isBetween(2_800L, 3_200L);
    }

    private HttpResponse<String> answerWith(String errors) throws IOException, InterruptedException {
        regulator.close();
        regulator = started(errors);
        try (Caller caller = new Caller(regulator)) {
            return caller.trial(TRIAL);
        }
    }

    private static Regulator started(String errors) {
        Map<String, String> settings =
                Map.of("REGULATOR_LATENCY", "0ms", "REGULATOR_ERRORS", errors, "REGULATOR_HANG", "700ms");
        return Regulator.start(RegulatorSettings.of(settings), new MadeUpRegister(20, 1));
    }
}
