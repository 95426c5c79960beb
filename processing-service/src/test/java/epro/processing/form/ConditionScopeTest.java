package epro.processing.form;

import static epro.processing.form.Questionnaires.compiled;
import static epro.processing.form.Questionnaires.faults;
import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which occurrence of a question a condition speaks, in and out of repeating groups. */
class ConditionScopeTest {
    private static final String MEALS = """
            {'linkId':'diary','type':'boolean'},
            {'linkId':'meals','type':'group','repeats':true,'item':[
              {'linkId':'ate','type':'boolean'},
              {'linkId':'g','type':'group','item':[
                {'linkId':'what','type':'string','enableWhen':[{'question':'ate','operator':'=','answerBoolean':true}]}]},
              {'linkId':'note','type':'string','enableWhen':[{'question':'diary','operator':'=','answerBoolean':true}]},
              {'linkId':'courses','type':'group','repeats':true,'item':[
                {'linkId':'hot','type':'boolean','enableBehavior':'all','enableWhen':[
                  {'question':'ate','operator':'=','answerBoolean':true},
                  {'question':'diary','operator':'=','answerBoolean':true}]}]}]}""";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'meals':[{'ate':true,'what':'rice'},{'ate':false}]}   |
            {'meals':[{'ate':true,'g':{'what':'rice'}},{'g':{'what':'tea'}}]} | meals[1].what disabled-item
            {'meals':[{'ate':true},{'what':'tea'}]}                | meals[1].what disabled-item
            {'diary':true,'meals':[{'note':'x'}]}                  |
            {'meals':[{'note':'x'}]}                               | meals[0].note disabled-item
            {'diary':true,'meals':[{'ate':true,'courses':[{'hot':true},{'hot':false}]}]} |
            {'diary':true,'meals':[{'ate':true},{'courses':[{'hot':true}]}]} | meals[1].courses[0].hot disabled-item
            {'meals':[{'ate':true,'courses':[{'hot':true}]}]}      | meals[0].courses[0].hot disabled-item
            """)
    void isTheSameRowOrAround(String answers, @Nullable String expected) {
        assertThat(violations(validate(MEALS, answers))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'hunt':true,'meals':[{'what':'x'}]} |
            {'meals':[{'what':'x'}]}             | meals[0].what disabled-item
            {'hunt':true}                        | meals required
            """)
    void letsAConditionSpeakOfAWholeRepeatingGroup(String answers, @Nullable String expected) {
        String form =
                "{'linkId':'hunt','type':'boolean'},{'linkId':'meals','type':'group','repeats':true,'required':true,"
                        + "'enableWhen':[{'question':'hunt','operator':'=','answerBoolean':true}],"
                        + "'item':[{'linkId':'what','type':'string'}]}";

        assertThat(violations(validate(form, answers))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'hunt':false}                       |
            {'hunt':false,'meals':[]}            |
            {'hunt':false,'meals':[{'what':'x'}]}| meals[0].what disabled-item
            {'hunt':true}                        | meals required
            """)
    void doesNotMissRowsInWhichNothingIsAsked(String answers, @Nullable String expected) {
        String form =
                "{'linkId':'hunt','type':'boolean'},{'linkId':'meals','type':'group','repeats':true,'required':true,"
                        + "'item':[{'linkId':'what','type':'string',"
                        + "'enableWhen':[{'question':'hunt','operator':'=','answerBoolean':true}]}]}";

        assertThat(violations(validate(form, answers))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void isRefusedWhereItCouldBeAnyRow() {
        String outside =
                "{'linkId':'e','type':'string','enableWhen':[{'question':'ate','operator':'exists','answerBoolean':true}]}";
        String besides = "{'linkId':'r','type':'group','repeats':true,'item':[" + outside + "]}";

        assertThat(faults(compiled(MEALS + "," + outside)))
                .isEqualTo("item[2].enableWhen[0].question ambiguous-question");
        assertThat(faults(compiled(MEALS + "," + besides)))
                .isEqualTo("item[2].item[0].enableWhen[0].question ambiguous-question");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'q':3,'why':'x'} |
            {'q':1,'why':'x'} | why disabled-item
            {'q':1}           |
            {'q':3}           | why required
            """)
    void mayBeTheQuestionThatAnItemStandsUnder(String answers, @Nullable String expected) {
        String form = "{'linkId':'q','type':'integer','item':[{'linkId':'why','type':'string','required':true,"
                + "'enableWhen':[{'question':'q','operator':'>','answerInteger':2}]}]}";

        assertThat(violations(validate(form, answers))).isEqualTo(expected == null ? "" : expected);
    }
}
