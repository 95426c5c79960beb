package epro.intake.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Responses that are refused, each kind of fault at least three times, with what for and where. */
final class BadResponses {
    private static final String ANSWER = ".item[0].answer[0].value";

    private BadResponses() {}

    /** A response and its refusal, with the place in FHIRPath. */
    record Bad(int status, String code, String expression, String body) {
        @Override
        public String toString() {
            return status + " " + code + " at " + expression;
        }
    }

    static Stream<Bad> all() {
        return Stream.concat(table(), amounts());
    }

    private static Stream<Bad> table() {
        try (InputStream table = Objects.requireNonNull(BadResponses.class.getResourceAsStream("bad-responses.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", 5))
                    .map(cells -> bad(Integer.parseInt(cells[0]), cells[1], cells[2], body(cells[3], cells[4])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Bad> amounts() {
        String items = many("{'linkId':'k%d'}");
        String answers = many("{'valueInteger':%d}");
        String deep = "[{'linkId':'g','item':".repeat(8) + "[]" + "}]".repeat(8);
        return Stream.of(
                bad(400, "too-many-answers", ".item", body("items", "[" + items + "]")),
                bad(400, "too-many-answers", ".item", body("items", "[{'linkId':'q','answer':[" + answers + "]}]")),
                bad(400, "too-many-answers", ".item", body("items", "[{'linkId':'g','item':[" + items + "]}]")),
                bad(400, "too-deep", ".item[0]".repeat(8), body("items", deep)),
                bad(
                        400,
                        "too-deep",
                        ".meta.tag" + "[0]".repeat(14),
                        body("members", "'meta':{'tag':" + nested(15) + "},")),
                bad(400, "too-deep", ".subject" + "[0]".repeat(15), body("subject", nested(16))),
                bad(400, "string-too-long", ANSWER, body("answer", "'valueString':'" + "x".repeat(8_193) + "'")),
                bad(400, "string-too-long", ANSWER, body("answer", "'valueUri':'" + "x".repeat(8_193) + "'")),
                bad(
                        400,
                        "string-too-long",
                        ".text.div",
                        body("members", "'text':{'div':'" + "x".repeat(9_000) + "'},")),
                bad(400, "number-too-long", ANSWER, body("answer", "'valueDecimal':" + "1".repeat(101))),
                bad(400, "number-too-long", ANSWER, body("answer", "'valueInteger':" + "1".repeat(101))),
                bad(400, "number-too-long", ".mood", body("members", "'mood':" + "1".repeat(101) + ",")));
    }

    private static Bad bad(int status, String code, String expression, String body) {
        String place = expression.equals("-") ? "" : expression;
        return new Bad(status, code, "QuestionnaireResponse" + place, body.replace('\'', '"'));
    }

    private static String body(String what, String text) {
        String good = Responses.items("[]");
        return switch (what) {
            case "members" -> Responses.with(text, "[]");
            case "items" -> Responses.items(text);
            case "answer" -> Responses.items("[{'linkId':'q','answer':[{" + text + "}]}]");
            case "subject" -> good.replace("{\"reference\":\"Patient/P1\"}", text);
            case "questionnaire" -> good.replace("http://example.org/Questionnaire/kinds|1", text);
            case "status" -> good.replace("completed", text);
            case "authored" -> Responses.with("'authored':'" + text + "',", "[]");
            case "body" -> text;
            default -> throw new AssertionError(what);
        };
    }

    private static String many(String template) {
        return IntStream.range(0, 501).mapToObj(template::formatted).collect(Collectors.joining(","));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
