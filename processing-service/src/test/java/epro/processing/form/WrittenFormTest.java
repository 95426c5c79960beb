package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What limits how an answer of a primitive type is written. */
class WrittenFormTest {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer | 9999   |
            integer | 99999  | too-long
            integer | -9999  | too-long
            integer | ' 9999 ' |
            integer | 9999.0 |
            integer | 9      | pattern
            decimal | 36.5   |
            decimal | 36.50  | too-long
            decimal | '３6.5' |
            decimal | 'warm' | wrong-type
            boolean | true   |
            boolean | false  | too-long
            url     | 'a:b'  |
            url     | 'a:bcd' | too-long
            """)
    void isLimitedInLength(String type, String answer, @Nullable String code) {
        assertJudged(item(type, extension("minLength", "valueInteger", "2") + ",'maxLength':4"), answer, code);
    }

    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer  | [1-9][0-9]{2}      | 120     |
            integer  | [1-9][0-9]{2}      | '120.0' |
            integer  | [1-9][0-9]{2}      | 1200    | pattern
            integer  | [1-9][0-9]{2}      | 'x'     | wrong-type
            decimal  | [0-9]+[.][0-9]     | 36.5    |
            decimal  | [0-9]+[.][0-9]     | 36.55   | pattern
            decimal  | [0-9]+[.][0-9]     | 37      | pattern
            boolean  | true               | true    |
            boolean  | true               | false   | pattern
            date     | [0-9]{4}(-[0-9]{2}){2} | '2026-11-23' |
            date     | [0-9]{4}(-[0-9]{2}){2} | '2026-11'    | pattern
            dateTime | .*[+]08:00         | '2026-11-23T08:00:00+08:00' |
            dateTime | .*[+]08:00         | '2026-11-23T00:00:00Z'      | pattern
            time     | [0-9]{2}:[0-9]{2}  | '08:00'    |
            time     | [0-9]{2}:[0-9]{2}  | '08:00:00' | pattern
            url      | https:.*           | 'https://example.org' |
            url      | https:.*           | 'http://example.org'  | pattern
            open-choice | [a-z]+          | {'text':'own'}  |
            open-choice | [a-z]+          | {'text':'Own'}  | pattern
            """)
    void matchesItsPattern(String type, String pattern, String answer, @Nullable String code) {
        assertJudged(item(type, extension("regex", "valueString", "'" + pattern + "'")), answer, code);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            = | 'answerInteger':120  | yes
            = | 'answerInteger':7    | no
            > | 'answerInteger':7    | yes
            """)
    void leavesConditionsWhatTheyAre(String operator, String answer, String compiles) {
        String form = item("integer", extension("regex", "valueString", "'[0-9]{3}'"))
                + ",{'linkId':'e','type':'string','enableWhen':[{'question':'q','operator':'" + operator + "',"
                + answer + "}]}";

        assertThat(Questionnaires.compiled(form) instanceof Compiled.Form).isEqualTo(compiles.equals("yes"));
    }

    @Test
    void isMatchedForAsLongAsAnswersAre() {
        String text = item("text", extension("regex", "valueString", "'[a-z]+[.]'"));

        assertJudged(text, "'" + "a".repeat(8_191) + ".'", null);
        assertJudged(text, "'" + "a".repeat(8_192) + "'", "pattern");
        assertThat(new BoundedPattern(Pattern.compile("a+")).matches("a".repeat(8_193)))
                .isFalse();
    }

    private static void assertJudged(String item, String answer, @Nullable String code) {
        assertThat(violations(validate(item, "{'q':" + answer + "}"))).isEqualTo(code == null ? "" : "q " + code);
    }

    private static String item(String type, String more) {
        return "{'linkId':'q','type':'" + type + "'," + more + "}";
    }

    private static String extension(String name, String value, String limit) {
        return "'extension':[{'url':'" + CORE + name + "','" + value + "':" + limit + "}]";
    }
}
