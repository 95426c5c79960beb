package epro.processing.harm;

import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last question of the PHQ-9, and a threshold of a form's own, answered by number, code, option, or in plain words. */
class PlainAnswersTest {
    private static final String CODE = "'code':[{'system':'http://loinc.org','code':'44260-8'}]";
    private static final String THRESHOLD = "'extension':[{'url':'urn:epro:harm-threshold','extension':["
            + "{'url':'operator','valueCode':'>'},{'url':'value','valueInteger':0},{'url':'selfHarm','valueBoolean':true},"
            + "{'url':'term','valueCoding':{'code':'suicidality'}}]}]";
    private static final String WEIGHED = "{'valueCoding':{'code':'%s','display':'%s','extension':["
            + "{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':%d}]}}";
    private static final String PLAIN = "{'valueCoding':{'code':'%s','display':'%s'}}";
    private static final String SELF_HARM = "self-harm suicidality@q9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Not at all'",
                "'not at all.'",
                "' NOT AT ALL '",
                "'Never'",
                "'none'",
                "'No'",
                "'0'",
                "'０'",
                "'0 - not at all'",
                "'LA6568-5'",
                "'完全没有'",
                "'完全不会。'",
                "'没有'",
                "'完全沒有'",
                "'0：完全没有'",
                "'从来没有'"
            })
    void saysNothingOfNone(String answer) {
        assertThat(findings(read("{'linkId':'q9','type':'string'," + CODE + "}", "{'q9':" + answer + "}")))
                .isEmpty();
        assertThat(findings(read("{'linkId':'q9','type':'text'," + THRESHOLD + "}", "{'q9':" + answer + "}")))
                .isEmpty();
        assertThat(findings(
                        read("{'linkId':'q9','type':'open-choice'," + CODE + "}", "{'q9':{'text':" + answer + "}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Several days'",
                "'several days.'",
                "'More than half the days'",
                "'Nearly every day'",
                "'1'",
                "'３'",
                "'2 - more than half the days'",
                "'LA6569-3'",
                "'LA6571-9'",
                "'好几天'",
                "'一半以上的天数'",
                "'几乎每天'",
                "'幾乎每天'",
                "'1：好几天'",
                "'yes'"
            })
    void alarmsWhereItIsMoreThanNone(String answer) {
        assertThat(findings(read("{'linkId':'q9','type':'string'," + CODE + "}", "{'q9':" + answer + "}")))
                .isEqualTo(SELF_HARM);
        assertThat(findings(read("{'linkId':'q9','type':'text'," + THRESHOLD + "}", "{'q9':" + answer + "}")))
                .isEqualTo(SELF_HARM);
        assertThat(findings(
                        read("{'linkId':'q9','type':'open-choice'," + CODE + "}", "{'q9':{'text':" + answer + "}}")))
                .isEqualTo(SELF_HARM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'now and then, at night'", "'what does it matter'", "'不知道怎么说'", "'不想回答'"})
    void alarmsWhereItCannotTell(String answer) {
        assertThat(findings(read("{'linkId':'q9','type':'string'," + CODE + "}", "{'q9':" + answer + "}")))
                .isEqualTo(SELF_HARM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'",
                "{'code':'a'}",
                "{'code':'a','display':'Not at all'}",
                "{'text':'Not at all'}",
                "{'text':'not at all'}"
            })
    void takesTheFirstOptionForNoneByItsWeightOrElseByItsWords(String answer) {
        for (String option : new String[] {WEIGHED, PLAIN}) {
            assertThat(findings(read(question(option, CODE), "{'q9':" + answer + "}")))
                    .isEmpty();
            assertThat(findings(read(question(option, THRESHOLD), "{'q9':" + answer + "}")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'b'",
                "'c'",
                "{'code':'b'}",
                "{'code':'b','display':'Several days'}",
                "{'text':'Several days'}",
                "{'text':'好几天'}"
            })
    void alarmsAtEveryOtherOption(String answer) {
        for (String option : new String[] {WEIGHED, PLAIN}) {
            assertThat(findings(read(question(option, CODE), "{'q9':" + answer + "}")))
                    .isEqualTo(SELF_HARM);
            assertThat(findings(read(question(option, THRESHOLD), "{'q9':" + answer + "}")))
                    .isEqualTo(SELF_HARM);
        }
    }

    private static String question(String option, String meaning) {
        return "{'linkId':'q9','type':'open-choice'," + meaning + ",'answerOption':["
                + option.formatted("a", "Not at all", 0) + "," + option.formatted("b", "Several days", 1) + ","
                + option.formatted("c", "几乎每天", 3) + "]}";
    }
}
