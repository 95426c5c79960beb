package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of too much, and of nothing. */
class BatchLimitsTest extends IntakeTest {
    private static final int LINES_MAX = 5_000;
    private static final int BYTES_MAX = 8 << 20;
    private static final String LINE = body("secret-P").strip();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\r", "\n", "\n\n\n", " \n \r\n", "\t\n\n "})
    void refusesWhatHoldsNothing(String body) {
        assertRefused(body, 400, "empty-batch");
    }

    static Stream<String> tooManyLines() {
        return Stream.of(
                "\n".repeat(LINES_MAX + 1),
                "\r\n".repeat(LINES_MAX + 1),
                " \n".repeat(LINES_MAX + 1),
                "\t\r\n".repeat(LINES_MAX + 1),
                "\n".repeat(2 * LINES_MAX),
                "\n".repeat(LINES_MAX) + " ",
                "\n".repeat(LINES_MAX) + "x",
                "\n".repeat(LINES_MAX) + LINE);
    }

    @ParameterizedTest
    @MethodSource("tooManyLines")
    void refusesTooManyLines(String body) {
        assertRefused(body, 413, "too-many-lines");
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                arguments("blank", " ".repeat(BYTES_MAX + 1)),
                arguments("a word", "x".repeat(BYTES_MAX + 1)),
                arguments("digits", "1".repeat(BYTES_MAX + 1)),
                arguments("brackets", "[".repeat(BYTES_MAX + 1)),
                arguments("a text", "\"" + "secret".repeat(BYTES_MAX / 6 + 1)),
                arguments("lines of blank", (" ".repeat(2_000) + "\n").repeat(BYTES_MAX / 2_000 + 1)),
                arguments("blank behind many ends", "\n".repeat(1_000) + " ".repeat(BYTES_MAX + 1)),
                arguments("a line behind blank", " ".repeat(BYTES_MAX) + LINE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void refusesTooMuchInAll(String what, String body) throws IOException {
        byte[] packed = PackedBodyTest.packed(body);

        Answer answer = countedAs(
                "body-too-large",
                () -> intake.send(request("application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed))
                        .build()));

        assertRefusal(answer, 413, "body-too-large");
    }

    @Test
    void refusesEveryLineThatIsTooLong() {
        String large = "x".repeat(64 * 1024);
        List<String> lines = List.of(
                " ".repeat(64 * 1024) + LINE,
                LINE + " ".repeat(64 * 1024),
                LINE.replace("F1", large),
                LINE.replace("secret-P", large),
                LINE.replace("formId", large),
                LINE.replace("3}", "1".repeat(64 * 1024) + "}"),
                LINE.replace("3}", "[" + "1,".repeat(32 * 1024) + "1]}"),
                large + "x");
        double before = intake.refusals("body-too-large");

        Answer answer = send(String.join("\n", lines));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.raw().lines())
                .hasSize(lines.size())
                .allMatch(line -> line.contains("\"status\":413") && line.contains("\"code\":\"body-too-large\""));
        await().until(() -> intake.refusals("body-too-large") == before + lines.size());
    }

    private void assertRefused(String body, int status, String code) {
        assertRefusal(countedAs(code, () -> send(body)), status, code);
    }

    private static void assertRefusal(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.raw()).doesNotContain("secret");
    }

    private Answer send(String body) {
        return intake.send(request("application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
