package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.intake.TopicEvents;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a patient writes is on the topic to the letter, as an answer and as the name of one. */
class UnchangedTextTest extends IntakeTest {
    private static final List<String> TEXTS = List.of(
            "😀 👩‍👩‍👧‍👦 🇨🇳",
            "\ufeffbehind a byte order mark",
            "one line\u2028another\u2029a third\u0085a fourth",
            "e\u0301 decomposed",
            "é composed",
            "ﬁ ３８．５℃ Å",
            "שלום \u202eright to left\u202c مرحبا",
            "\ta tab\tand\r\nan end of line\n",
            "  blanks  \u00a0\u3000",
            "a/b\\c\"d'e",
            "<b>&amp; %41 ${x} {{y}}",
            "\ufffd \uffff \udbff\udfff \u200b\u00ad",
            "\u0001\u001b[31m\u007f",
            "好痛，睡不着𠮷");

    @Test
    void asItIsWritten() {
        assertUnchanged(text -> CanonicalJson.write(new JsonValue.Text(text)));
    }

    @Test
    void whereEveryCharacterIsEscaped() {
        assertUnchanged(text -> text.chars()
                .mapToObj(unit -> "\\u" + HexFormat.of().toHexDigits((char) unit))
                .collect(Collectors.joining("", "\"", "\"")));
    }

    @Test
    void whereSlashesAreEscaped() {
        assertUnchanged(text -> CanonicalJson.write(new JsonValue.Text(text)).replace("/", "\\/"));
    }

    private void assertUnchanged(Function<String, String> literal) {
        String answers = TEXTS.stream()
                .map(text -> literal.apply(text) + ":" + literal.apply(text))
                .collect(Collectors.joining(","));
        String body = body(somePatient()).strip().replace("\"q1\":3", answers);

        Answer alone = submit(body);
        assertThat(alone.status()).as(alone.raw()).isEqualTo(202);
        assertOnTopic(alone.text("submissionKey"));

        Answer line = intake.send(request("application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertOnTopic(new JsonMapper()
                .readTree(line.raw().lines().findFirst().orElseThrow())
                .path("submissionKey")
                .asString());
    }

    private void assertOnTopic(String submissionKey) {
        var events = new TopicEvents(stack);
        var answers = events.event(events.of(submissionKey)).getAnswers();
        Map<String, JsonValue> expected = TEXTS.stream().collect(Collectors.toMap(text -> text, JsonValue.Text::new));
        assertThat(AnswerJson.toJson(answers).values()).isEqualTo(expected);
    }
}
