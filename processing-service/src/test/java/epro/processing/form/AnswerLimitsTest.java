package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What limits an answer beyond its type. */
class AnswerLimitsTest {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    @ParameterizedTest(name = "{0} {1} from {2}: {3} → {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer  | Integer  | 0 to 10   | 0      |
            integer  | Integer  | 0 to 10   | 10     |
            integer  | Integer  | 0 to 10   | -1     | out-of-range
            integer  | Integer  | 0 to 10   | 11     | out-of-range
            decimal  | Decimal  | 34.0 to 42.5 | 42.50 |
            decimal  | Decimal  | 34.0 to 42.5 | 42.500000000000000000000000000001 | out-of-range
            decimal  | Decimal  | 34.0 to 42.5 | 33.99999999999999999999           | out-of-range
            decimal  | Integer  | 0 to 1    | 1e400  | out-of-range
            decimal  | Integer  | 0 to 1    | -1e400 | out-of-range
            decimal  | Integer  | 0 to 1    | 1e-400 |
            date     | Date     | '2026-01-01' to '2026-11-23' | '2026-11-23' |
            date     | Date     | '2026-01-01' to '2026-11-23' | '2026-11-24' | out-of-range
            date     | Date     | '2026-01-01' to '2026-11-23' | '2025'       | out-of-range
            date     | Date     | '2026-01-01' to '2026-11-23' | '2026'       |
            dateTime | DateTime | '2020' to '2022-06' | '2022-06-30' |
            dateTime | DateTime | '2020' to '2022-06' | '2022-07'    | out-of-range
            dateTime | DateTime | '2020' to '2022-06' | '1998'       | out-of-range
            dateTime | DateTime | '2026-11-23T00:00:00Z' to '2026-11-24T00:00:00Z' | '2026-11-24T07:59:59+08:00' |
            dateTime | DateTime | '2026-11-23T00:00:00Z' to '2026-11-24T00:00:00Z' | '2026-11-24T08:00:01+08:00' | out-of-range
            time     | Time     | '08:00:00' to '20:00:00' | '20:00'    |
            time     | Time     | '08:00:00' to '20:00:00' | '20:00:01' | out-of-range
            quantity | Decimal  | 20 to 300 | {'value':300.0,'unit':'kg'} |
            quantity | Decimal  | 20 to 300 | {'value':300.1,'unit':'kg'} | out-of-range
            """)
    void keepsToItsBounds(String type, String valueType, String bounds, String answer, @Nullable String code) {
        String[] minAndMax = bounds.split(" to ", 2);
        String min = extension(CORE + "minValue", "value" + valueType, minAndMax[0]);
        String max = extension(CORE + "maxValue", "value" + valueType, minAndMax[1]);

        assertJudged(item(type, min + "," + max, ""), answer, code);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string | 'abcd'   |
            string | 'abcde'  | too-long
            string | '四个汉字' |
            string | '😀😀😀😀' |
            string | 'a'      | pattern
            text   | 'abcde'  | too-long
            url    | 'http:a' | too-long
            open-choice | {'text':'abcde'} | too-long
            """)
    void countsCharactersAsPeopleDo(String type, String answer, @Nullable String code) {
        assertJudged(item(type, extension(CORE + "minLength", "valueInteger", "2"), ",'maxLength':4"), answer, code);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            decimal  | 36.5    |
            decimal  | 36.50   |
            decimal  | 100     |
            decimal  | 36.55   | too-precise
            decimal  | 1e-2    | too-precise
            quantity | {'value':36.55} | too-precise
            """)
    void keepsToItsDecimalPlaces(String type, String answer, @Nullable String code) {
        assertJudged(item(type, extension(CORE + "maxDecimalPlaces", "valueInteger", "1"), ""), answer, code);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [A-Z]{2}-[0-9]{3}       | 'AB-123'  |
            [A-Z]{2}-[0-9]{3}       | 'AB-1234' | pattern
            [A-Z]{2}-[0-9]{3}       | 'xAB-123' | pattern
            ^[^@]+@[^@]+$           | 'a@b'     |
            """)
    void matchesTheWholeText(String pattern, String answer, @Nullable String code) {
        assertJudged(item("string", extension(CORE + "regex", "valueString", "'" + pattern + "'"), ""), answer, code);
    }

    @ParameterizedTest
    @CsvSource({"(a+)+b", "(a|aa)+b", "(a*)*b", "(a|b)*c", "([a-z]+)*[0-9]", "(?:(?:(?:(?:(?:a|b)|c)|d)|e)|f)*g"})
    void doesNotTryAPatternForLong(String pattern) {
        String answer = "'" + "a".repeat(8_000) + "'";

        assertJudged(
                item("string", extension(CORE + "regex", "valueString", "'" + pattern + "'"), ""), answer, "pattern");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'value':70,'unit':'kilogram','system':'http://unitsofmeasure.org','code':'kg'} |
            {'value':70,'code':'kg'}                |
            {'value':70,'unit':'kg'}                |
            {'value':70}                            |
            {'value':70,'code':'[lb_av]'}           | not-an-option
            {'value':70,'system':'urn:x','code':'kg'} | not-an-option
            {'value':301,'unit':'kg'}               | out-of-range
            {'value':19.99,'unit':'kg'}             | out-of-range
            """)
    void comparesQuantitiesOfOneUnitOnly(String answer, @Nullable String code) {
        String kilograms = ",'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}";
        String min = extension(SDC + "minQuantity", "valueQuantity", "{'value':20" + kilograms);
        String max = extension(SDC + "maxQuantity", "valueQuantity", "{'value':300" + kilograms);

        assertJudged(item("quantity", min + "," + max, ""), answer, code);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'contentType':'image/png','data':'AAAA'}              |
            {'contentType':'image/gif','data':'AAAA'}              | not-an-option
            {'data':'AAAA'}                                        | not-an-option
            {'contentType':'image/png','data':'AAAAAAAA'}          | too-long
            {'contentType':'image/png','url':'u:a','size':1e400}   | too-long
            """)
    void keepsAttachmentsSmallAndOfTheirType(String answer, @Nullable String code) {
        String type = extension(CORE + "mimeType", "valueCode", "'image/png'");
        String size = extension(CORE + "maxSize", "valueDecimal", "5");

        assertJudged(item("attachment", type + "," + size, ""), answer, code);
    }

    /** As many as intake takes, whatever else the number is written with. */
    @ParameterizedTest
    @ValueSource(strings = {"-1.%se-11", "-0.%s12", "123%s", "-1.%s4E+1"})
    void takesNumbersOfAHundredDigits(String written) {
        String decimal = "{'linkId':'q','type':'decimal'}";
        String number = written.formatted("1".repeat(97));

        assertJudged(decimal, number, null);
        assertJudged(decimal, "'" + number + "'", null);
        assertJudged(decimal, "'" + number + "1'", "wrong-type");
    }

    @Test
    void storesWithAnIssueWhereTheFormSaysSo() {
        String warning = extension("urn:epro:violation-severity", "valueCode", "'warning'");

        Validation validation = validate(item("integer", warning, ",'required':true"), "{'q':'?'}");

        assertThat(violations(validation)).isEqualTo("q wrong-type");
        assertThat(validation.rejected()).isFalse();
    }

    @Test
    void neverRepeatsTheAnswerInItsMessages() {
        Validation validation = validate(item("integer", "", ""), "{'q':'secret','secret':1}");

        assertThat(validation.rejected()).isTrue();
        assertThat(validation.violations()).extracting(Violation::message).noneMatch(text -> text.contains("secret"));
    }

    private static void assertJudged(String item, String answer, @Nullable String code) {
        assertThat(violations(validate(item, "{'q':" + answer + "}"))).isEqualTo(code == null ? "" : "q " + code);
    }

    private static String item(String type, String extensions, String more) {
        return "{'linkId':'q','type':'" + type + "','extension':[" + extensions + "]" + more + "}";
    }

    private static String extension(String url, String name, String value) {
        return "{'url':'" + url + "','" + name + "':" + value + "}";
    }
}
