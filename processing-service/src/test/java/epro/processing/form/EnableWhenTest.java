package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked only after other answers: not missed where it is not asked, and not to be answered then. */
class EnableWhenTest {
    private static final String WHEN_Q = "'enableWhen':[{'question':'q','operator':'=','answerBoolean':true}]";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'q':true,'e':1}            |
            {'q':true}                  | e required
            {'q':true,'e':'x'}          | e wrong-type
            {'q':false}                 |
            {}                          |
            {'q':null}                  |
            {'q':{'missing':'declined'}} |
            {'q':false,'e':null}        |
            {'q':false,'e':''}          |
            {'q':false,'e':{'missing':'not-applicable'}} |
            {'q':false,'e':1}           | e disabled-item
            {'q':false,'e':'x'}         | e disabled-item
            {'q':false,'e':[1,2]}       | e disabled-item
            {'q':false,'e':[null]}      |
            {'q':false,'e':3000000000}  | e out-of-range, e disabled-item
            {'e':1}                     | e disabled-item
            {'q':'yes','e':1}           | q wrong-type, e disabled-item
            """)
    void asksForAnItemOnlyWhereItsConditionHolds(String answers, @Nullable String expected) {
        String form = "{'linkId':'q','type':'boolean'},{'linkId':'e','type':'integer','required':true," + WHEN_Q + "}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'e':1,'q':true}   |
            {'e':1,'q':false}  | e disabled-item
            {'q':true}         | e required
            """)
    void looksAtQuestionsThatComeLater(String answers, @Nullable String expected) {
        String form = "{'linkId':'e','type':'integer','required':true," + WHEN_Q + "},{'linkId':'q','type':'boolean'}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            all | {'a':1,'b':1,'e':true} |
            all | {'a':1,'b':2,'e':true} | e disabled-item
            all | {'e':true}             | e disabled-item
            any | {'a':1,'b':2,'e':true} |
            any | {'a':2,'b':1,'e':true} |
            any | {'a':2,'b':2,'e':true} | e disabled-item
            any | {'a':1}                |
            """)
    void needAllOrAnyOfSeveralConditions(String behavior, String answers, @Nullable String expected) {
        String form = "{'linkId':'a','type':'integer'},{'linkId':'b','type':'integer'},"
                + "{'linkId':'e','type':'boolean','enableBehavior':'" + behavior + "','enableWhen':["
                + "{'question':'a','operator':'=','answerInteger':1},{'question':'b','operator':'=','answerInteger':1}]}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'q':true,'g':{'a':1,'h':{'b':1}}} |
            {'q':true,'a':1,'r':[{'c':1}]}   |
            {'q':true}                       | a required, g required
            {'q':true,'a':1,'r':[{}]}        |
            {'q':true,'a':1,'r':[{'c':null,'d':1}]} | r[0].c required
            {'q':false}                      |
            {'q':false,'g':{'a':null}}       |
            {'q':false,'g':{'a':1}}          | a disabled-item
            {'q':false,'a':1,'b':1}          | a disabled-item, b disabled-item
            {'q':false,'g':{'h':{'b':1}}}    | b disabled-item
            {'q':false,'g':7}                | g disabled-item
            {'q':false,'g':[null]}           |
            {'q':false,'r':[{'c':1},{'d':2}]} | r[0].c disabled-item, r[1].d disabled-item
            {'q':false,'r':[{'z':1}]}        | r[0].z unknown-item
            {'q':false,'r':[7]}              | r[0] disabled-item
            {'q':false,'r':7}                | r disabled-item
            {'q':false,'r':[null,{}]}        |
            {'q':false,'u':1}                | u disabled-item
            """)
    void disablesAllThatStandsInADisabledItem(String answers, @Nullable String expected) {
        String form = "{'linkId':'q','type':'boolean'},{'linkId':'g','type':'group','required':true," + WHEN_Q + """
                ,'item':[{'linkId':'a','type':'integer','required':true,'item':[{'linkId':'u','type':'integer'}]},
                  {'linkId':'h','type':'group','item':[{'linkId':'b','type':'integer'}]},
                  {'linkId':'r','type':'group','repeats':true,'item':[
                    {'linkId':'c','type':'integer','required':true},{'linkId':'d','type':'integer'}]}]}""";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'q':true,'a':1,'b':1}  |
            {'q':false,'a':1,'b':1} | a disabled-item, b disabled-item
            {'q':false,'a':1,'c':1} | a disabled-item
            {'q':true,'a':1,'c':1}  | b required, c disabled-item
            {'q':true,'a':1}        | b required
            {'q':false,'c':1}       |
            """)
    void countADisabledQuestionAsUnanswered(String answers, @Nullable String expected) {
        String form = "{'linkId':'q','type':'boolean'},"
                + "{'linkId':'g','type':'group'," + WHEN_Q + ",'item':[{'linkId':'a','type':'integer'}]},"
                + "{'linkId':'b','type':'integer','required':true,"
                + "'enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]},"
                + "{'linkId':'c','type':'integer','enableWhen':[{'question':'a','operator':'exists','answerBoolean':false}]}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                |
            {'a':true}        | e required, g required
            {'a':true,'e':1}  |
            {'b':true}        | g required
            {'b':true,'f':1}  |
            """)
    void askForAnAnswerInAGroupOnlyIfOneOfItsItemsIsAsked(String answers, @Nullable String expected) {
        String when = "'enableWhen':[{'question':'%s','operator':'=','answerBoolean':true}]";
        String form = "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean'},"
                + "{'linkId':'g','type':'group','required':true,'item':["
                + "{'linkId':'e','type':'integer','required':true," + when.formatted("a") + "},"
                + "{'linkId':'f','type':'integer'," + when.formatted("b") + "}]}";

        assertJudged(form, answers, expected);
    }

    @Test
    void warnOnlyWhereTheItemSaysSo() {
        Validation validation = validate(
                "{'linkId':'q','type':'boolean'},{'linkId':'e','type':'integer',"
                        + "'extension':[{'url':'urn:epro:violation-severity','valueCode':'warning'}]," + WHEN_Q + "}",
                "{'e':'３'}");

        assertThat(violations(validation)).isEqualTo("e disabled-item");
        assertThat(validation.rejected()).isFalse();
        assertThat(Questionnaires.text(validation.cleaned())).isEqualTo("{'e':3}");
    }

    private static void assertJudged(String form, String answers, @Nullable String expected) {
        assertThat(violations(validate(form, answers))).isEqualTo(expected == null ? "" : expected);
    }
}
