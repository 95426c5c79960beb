package epro.processing.form;

import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices of every kind of option, and what a bare answer becomes. */
class ChoiceTest {
    private static final String LEVELS = "[{'valueInteger':0},{'valueInteger':2}]";
    private static final String CODES =
            "[{'valueCoding':{'system':'s','code':'2','display':'two'}},{'valueCoding':{'code':'none'}}]";

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2                          | 2     |
            '2'                        | 2     |
            ' ２ '                     | 2     |
            2.0                        | 2     |
            {'code':'2'}               | {'code':'2'} |
            {'code':'2','display':'x'} | {'code':'2','display':'x'} |
            3                          | 3     | not-an-option
            2.5                        | 2.5   | not-an-option
            1e999999999                | 1e999999999 | not-an-option
            'two'                      | 'two' | not-an-option
            {'system':'s','code':'2'}  | {'code':'2','system':'s'} | not-an-option
            """)
    void takesTheNumberOfAnIntegerOption(String answer, String cleaned, @Nullable String code) {
        assertJudged("'choice','answerOption':" + LEVELS, answer, cleaned, code);
        assertJudged("'integer','answerOption':" + LEVELS, answer, cleaned, code);
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '2'                         | '2'    |
            2                           | '2'    |
            '　none '                   | 'none' |
            {'system':'s','code':'2 '}  | {'code':'2','system':'s'} |
            {'system':'','code':'2'}    | {'code':'2','system':''}  |
            {'system':'t','code':'2'}   | {'code':'2','system':'t'} | not-an-option
            {'system':'s','code':'none'} | {'code':'none','system':'s'} | not-an-option
            'None'                      | 'None' | not-an-option
            ['2']                       | ['2']  | wrong-type
            ['2','none']                | ['2','none'] | too-many
            """)
    void takesTheCodeOfACoding(String answer, String cleaned, @Nullable String code) {
        assertJudged("'choice','answerOption':" + CODES, answer, cleaned, code);
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'none'              | 'none'            |
            {'text':' other '}  | {'text':' other '} |
            'other'             | 'other'           | not-an-option
            {'text':'a','b':'c'} | {'b':'c','text':'a'} | wrong-type
            """)
    void leavesTheWordsOfAnOpenChoiceAlone(String answer, String cleaned, @Nullable String code) {
        assertJudged("'open-choice','answerOption':" + CODES, answer, cleaned, code);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string | [{'valueString':'a b'}]     | 'a b' |
            string | [{'valueString':'a b'}]     | 'b'   | not-an-option
            date   | [{'valueDate':'2026-11-23'}] | '2026-11-23' |
            time   | [{'valueTime':'10:00:00'}]  | '10:00:00' |
            time   | [{'valueTime':'10:00:00'}]  | '09:00:00' | not-an-option
            choice | [{'valueString':'a'},{'valueDate':'2026-11-23'},{'valueTime':'10:00:00'}] | '10:00:00' |
            """)
    void takesOptionsOfOtherTypes(String type, String options, String answer, @Nullable String code) {
        assertJudged("'" + type + "','answerOption':" + options, answer, answer, code);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['a','b']         |
            ['none']          |
            ['none','a']      | too-many
            [{'code':'none'},'a'] | too-many
            ['a','x']         | not-an-option
            'a'               | wrong-type
            """)
    void letsAnExclusiveOptionStandAlone(String answer, @Nullable String code) {
        String exclusive =
                "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',"
                        + "'valueBoolean':true}],'valueCoding':{'code':'none'}}";
        String options = "[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'b'}}," + exclusive + "]";

        assertJudged("'choice','repeats':true,'answerOption':" + options, answer, answer, code);
    }

    private static void assertJudged(String type, String answer, String cleaned, @Nullable String code) {
        Validation validation = validate("{'linkId':'q','type':" + type + "}", "{'q':" + answer + "}");

        assertThat(violations(validation)).isEqualTo(code == null ? "" : "q " + code);
        assertThat(text(validation.cleaned())).isEqualTo("{'q':" + cleaned + "}");
    }
}
