package epro.processing.form;

import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shown and skipped, not applicable, declined: none is an answer, but the last two say why there is none. */
class SkippedAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'q':null}",
                "{'q':''}",
                "{'q':' '}",
                "{'q':'　'}",
                "{'q':[]}",
                "{'q':[null]}",
                "{'q':[null,null]}",
                "{'q':{}}"
            })
    void areNoAnswerToARequiredItem(String answers) {
        for (String type : new String[] {"integer", "string", "choice", "quantity", "boolean"}) {
            Validation validation = validate("{'linkId':'q','type':'" + type + "','required':true}", answers);

            assertThat(violations(validation)).isEqualTo("q required");
            assertThat(text(validation.cleaned())).isEqualTo(answers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'q':null}", "{'q':''}", "{'q':{'missing':'declined'}}"})
    void areFineWhereNothingIsRequired(String answers) {
        assertThat(violations(validate("{'linkId':'q','type':'integer'}", answers)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-applicable", "declined"})
    void areFineWithAReasonEvenWhereRequired(String reason) {
        String answers = "{'q':{'missing':'" + reason + "'}}";

        Validation validation = validate("{'linkId':'q','type':'integer','required':true}", answers);

        assertThat(violations(validation)).isEmpty();
        assertThat(text(validation.cleaned())).isEqualTo(answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'missing':'lazy'}", "{'missing':7}", "{'missing':'declined','value':3}"})
    void needOneOfTheKnownReasons(String answer) {
        assertThat(violations(validate("{'linkId':'q','type':'integer'}", "{'q':" + answer + "}")))
                .isEqualTo("q wrong-type");
    }
}
