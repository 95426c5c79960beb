package epro.nmpa.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import epro.nmpa.status.StatusVocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final String NUMBER = "CTR1";

    @Test
    void readsTheRegistersOwnWords() {
        assertThat(ok("{\"registrationNumber\":\"CTR1\",\"status\":\"进行中（招募中）\",\"title\":\"x\"}"))
                .isEqualTo(new Answer.Known(StatusVocabulary.read("进行中（招募中）")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"registrationNumber\":\"CTR1\",\"status\":\"  \"}",
                "{\"registrationNumber\":\"CTR1\",\"status\":null}",
                "{\"registrationNumber\":\"CTR1\"}"
            })
    void learnsNothingFromABlankStatus(String body) {
        assertThat(ok(body)).isEqualTo(new Answer.Known(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"registrationNumber\":\"CTR1\",\"status\":\"已完",
                "{\"registrationNumber\":\"CTR1\",\"status\":7}",
                "{\"registrationNumber\":\"CTR1\",\"status\":\"a\",\"status\":\"b\"}",
                "{\"registrationNumber\":\"CTR1\",\"status\":\"a\"} and more"
            })
    void believesNothingOfABrokenBody(String body) {
        assertThat(ok(body)).isEqualTo(new Answer.Failed("unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"registrationNumber\":\"CTR2\",\"status\":\"已完成\"}", "{\"status\":\"已完成\"}"})
    void believesNothingThatIsAboutAnotherTrial(String body) {
        assertThat(ok(body)).isEqualTo(new Answer.Failed("another-trial"));
    }

    @Test
    void believesNoStatusThatIsTooLong() {
        assertThat(ok("{\"registrationNumber\":\"CTR1\",\"status\":\"" + "招".repeat(201) + "\"}"))
                .isEqualTo(new Answer.Failed("unreadable"));
    }

    @Test
    void believesOnlyTheRegisterThatItLacksATrial() {
        assertThat(read(404, null, "{\"code\":\"unknown-trial\"}")).isEqualTo(new Answer.Unknown());
        assertThat(read(404, null, "<html>Not here</html>")).isEqualTo(new Answer.Failed("status-404"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, 7",
        "429, , 5",
        "403, 120, 120",
        "403, , 60",
        "503, 3, 3",
        "429, 0, 1",
        "429, soon, 5",
        "403, 999999999, 86400"
    })
    void waitsAsLongAsItIsToldTo(int code, @Nullable String retryAfter, int seconds) {
        assertThat(read(code, retryAfter, "")).isEqualTo(new Answer.Wait(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 301, 204})
    void callsEverythingElseAFailure(int code) {
        assertThat(read(code, null, "{}")).isEqualTo(new Answer.Failed("status-" + code));
    }

    private static Answer ok(String body) {
        return read(200, null, body);
    }

    private static Answer read(int code, @Nullable String retryAfter, String body) {
        return AnswerReader.read(code, retryAfter, body.getBytes(StandardCharsets.UTF_8), NUMBER);
    }
}
