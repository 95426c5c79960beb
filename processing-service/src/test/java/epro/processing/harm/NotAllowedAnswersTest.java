package epro.processing.harm;

import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.item;
import static epro.processing.harm.HarmScene.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that its form refuses still says that somebody is in danger, and how bad something is. */
class NotAllowedAnswersTest {
    private static final String PHQ = "'code':[{'system':'http://loinc.org','code':'44260-8'}]";
    private static final String OPTIONS = "'answerOption':[{'valueCoding':{'code':'LA6568-5','display':'Not at all'}},"
            + "{'valueCoding':{'code':'LA6571-9','display':'Nearly every day'}}]";
    private static final String FEVER = "{'linkId':'t','type':'decimal','extension':["
            + "{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueDecimal':43},"
            + "{'url':'urn:epro:harm-threshold','extension':["
            + "{'url':'operator','valueCode':'>='},{'url':'value','valueDecimal':38.5},"
            + "{'url':'term','valueCoding':{'code':'fever'}}]}]}";
    private static final String OWN = "{'linkId':'q9','type':'integer','extension':["
            + "{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':3},"
            + "{'url':'urn:epro:harm-threshold','extension':["
            + "{'url':'operator','valueCode':'>'},{'url':'value','valueInteger':0},{'url':'selfHarm','valueBoolean':true},"
            + "{'url':'term','valueCoding':{'code':'suicidality'}}]}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "'3'", "[3,3]", "['LA6571-9','LA6568-5']", "{'value':3}", "[[3]]", "{'answer':3}", "true"})
    void alarmAtAChoiceOfThoughtsOfSelfHarm(String answer) {
        assertThat(findings(
                        read("{'linkId':'q9','type':'choice'," + PHQ + "," + OPTIONS + "}", "{'q9':" + answer + "}")))
                .contains("self-harm suicidality@q9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'nearly every day'", "'3'", "[3,3]", "[0,3]", "4", "3.5", "{'value':3}", "[['3']]"})
    void alarmAtANumberOfThoughtsOfSelfHarm(String answer) {
        assertThat(findings(read("{'linkId':'q9','type':'integer'," + PHQ + "}", "{'q9':" + answer + "}")))
                .contains("self-harm suicidality@q9");
        assertThat(findings(read(OWN, "{'q9':" + answer + "}"))).contains("self-harm suicidality@q9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'q9':0,'g':{'q9':3}}", "{'q9':3,'g':{'q9':0}}", "{'g':{'q9':3},'q9':3}"})
    void alarmInsideAndOutsideAGroup(String answers) {
        String group = "{'linkId':'g','type':'group','item':[{'linkId':'q9','type':'integer'," + PHQ + "}]}";
        assertThat(findings(read(group, answers))).contains("self-harm suicidality@q9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,0]",
                "'not at all'",
                "['LA6568-5','LA6568-5']",
                "[]",
                "null",
                "{'missing':'declined'}",
                "[[0]]",
                "{}"
            })
    void keepQuietAtNone(String answer) {
        assertThat(findings(read("{'linkId':'q9','type':'integer'," + PHQ + "}", "{'q9':" + answer + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[4,4]; 3", "[1,4]; 3", "'4'; 3", "[0,'4']; 3", "[[4]]; 3"})
    void giveTheHighestLevelThatWasSent(String answer, int grade) {
        assertThat(findings(read(item("s", "PROCTCAE_1A_SCL"), "{'s':" + answer.replace('"', '\'') + "}")))
                .isEqualTo(
                        "composite-grade dry-mouth@s grade " + grade + ", severe-attribute dry-mouth@s grade " + grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[5,9]", "-1", "3.5"})
    void giveNoLevelWhereNoneIsPlausible(String answer) {
        assertThat(findings(read(item("s", "PROCTCAE_1A_SCL"), "{'s':" + answer + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'ask':false,'q9':3}", "{'ask':false,'g':{'q9':'３'}}", "{'r':[{'q9':3}],'q9':3}", "{'q9':[0,3]}"
            })
    void alarmWhereTheFormDidNotAsk(String answers) {
        String form = "{'linkId':'ask','type':'boolean'},{'linkId':'g','type':'group',"
                + "'enableWhen':[{'question':'ask','operator':'=','answerBoolean':true}],"
                + "'item':[{'linkId':'q9','type':'integer'," + PHQ + "}]}";
        assertThat(findings(read(form, answers))).contains("self-harm suicidality@q9");
        assertThat(findings(read(form.replace("'integer'," + PHQ, "'text'"), "{'q9':'pain in my chest'}")))
                .isEqualTo("red-flag chest-pain@q9");
    }

    @Test
    void passAThresholdUnlessTheyAreOutOfRange() {
        assertThat(findings(read(FEVER, "{'t':'39.5'}"))).isEqualTo("threshold fever@t");
        assertThat(findings(read(FEVER, "{'t':[39.5,39.5]}"))).contains("threshold fever@t");
        assertThat(findings(read(FEVER, "{'t':395}"))).isEmpty();
    }

    @Test
    void passAThresholdUnlessTheyAreOutOfRangeWhereTheFormDidNotAskToo() {
        String form = "{'linkId':'ask','type':'boolean'},"
                + FEVER.replace(
                        "'type':'decimal'",
                        "'type':'decimal','enableWhen':[{'question':'ask','operator':'=','answerBoolean':true}]");

        assertThat(findings(read(form, "{'t':39.5}"))).isEqualTo("threshold fever@t");
        assertThat(findings(read(form, "{'t':395}"))).isEmpty();
    }
}
