package epro.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final Limits LIMITS = new Limits(3, 10, 5);

    @Test
    void keepsNumbersToTheLetterAndMembersInOrder() {
        JsonValue value = read("{\"b\":1.0,\"a\":[true,null,-0,\"x\"]}");

        assertThat(value).isInstanceOfSatisfying(JsonValue.Members.class, members -> {
            assertThat(members.values().keySet()).containsExactly("b", "a");
            assertThat(members.values())
                    .isEqualTo(Map.of(
                            "b",
                            new JsonValue.NumberText("1.0"),
                            "a",
                            new JsonValue.Items(List.of(
                                    new JsonValue.Flag(true),
                                    new JsonValue.Null(),
                                    new JsonValue.NumberText("-0"),
                                    new JsonValue.Text("x")))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-0.5", "1e400", "1E-9", "0", "12345", "-1.23e+45"})
    void takesEveryNumberThatJsonHas(String number) {
        assertThat(read(number)).isEqualTo(new JsonValue.NumberText(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                       | malformed-json   | ``
                    {                        | malformed-json   | ``
                    {"a":"it ends he         | malformed-json   | /a
                    {"a":"\\x"}               | malformed-json   | /a
                    {"it ends he             | malformed-json   | ``
                    {"a":01}                 | malformed-json   | /a
                    {"a":NaN}                | not-a-number     | /a
                    {"a":Infinity}           | not-a-number     | /a
                    [0,-Infinity]            | not-a-number     | /1
                    NaN                      | not-a-number     | ``
                    {"a":Nan}                | malformed-json   | /a
                    {"a":.5}                 | malformed-json   | /a
                    {"a":+1}                 | malformed-json   | /a
                    {"a":0x1}                | malformed-json   | /a
                    {"a":"NaN\\u0000"}       | nul-character    | /a
                    {'a':1}                  | malformed-json   | ``
                    [1,]                     | malformed-json   | /1
                    {"a":1,"a":1}            | duplicate-key    | /a
                    {"g":{"a":1,"\\u0061":2}}| duplicate-key    | /g/a
                    {} {}                    | trailing-content | ``
                    1 x                      | trailing-content | ``
                    {"a":"\\ud800"}          | lone-surrogate   | /a
                    {"a":"\\udc00\\ud800"}   | lone-surrogate   | /a
                    {"\\ud800":1}            | lone-surrogate   | /\\ud800
                    {"a":"\\u0000"}          | nul-character    | /a
                    [[[[]]]]                 | too-deep         | /0/0/0
                    {"a":[{"b":{}}]}         | too-deep         | /a/0/b
                    {"a":"12345678901"}      | string-too-long  | /a
                    {"12345678901":1}        | string-too-long  | /12345678901
                    {"a":"é23456789中"}      | string-too-long  | /a
                    {"a":123456}             | number-too-long  | /a
                    {"a":1.23456}            | number-too-long  | /a
                    {"a":-1.23e-456}         | number-too-long  | /a
                    """)
    void refusesWhatTwoReadersCouldUnderstandDifferently(String json, String code, String pointer) {
        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer.replace("\\ud800", "\ud800")))
                .withMessage(code);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        assertRefused("invalid-utf8", overlong);
        assertRefused("invalid-utf8", surrogate);
        assertRefused("invalid-utf8", "\"é\"".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAByteOrderMark() {
        assertRefused("malformed-json", "\ufeff{}".getBytes(StandardCharsets.UTF_8));
        assertRefused("malformed-json", "{}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void measuresTextsInBytes() {
        assertThat(read("\"é23456789\"")).isEqualTo(new JsonValue.Text("é23456789"));
        assertThat(read("\"😀中中\"")).isEqualTo(new JsonValue.Text("😀中中"));
        assertRefused("string-too-long", "\"😀中中x\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void surrogatePairsAreOneCharacter() {
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(new JsonValue.Text("😀"));
    }

    @Test
    void aMillionBracketsAreTooDeepAndNothingWorse() {
        assertRefused("too-deep", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String code, byte[] json) {
        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> StrictJson.read(json, LIMITS))
                .withMessage(code);
    }

    private static JsonValue read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), LIMITS);
    }
}
