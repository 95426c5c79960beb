package epro.processing.form;

import static epro.processing.form.Questionnaires.compiled;
import static epro.processing.form.Questionnaires.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that make no sense are refused with their form. */
class ConditionFaultsTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                        | enableWhen no-conditions
            [7]                                                       | enableWhen[0] wrong-type, enableWhen no-conditions
            [{}]                                                      | enableWhen[0].operator missing, enableWhen[0].question missing
            [{'question':'b','operator':'=='}]                        | enableWhen[0].operator bad-value
            [{'question':'?','operator':'exists','answerBoolean':true}] | enableWhen[0].question unknown-question
            [{'question':'?','operator':'~'}]                         | enableWhen[0].operator bad-value, enableWhen[0].question unknown-question
            [{'question':'e','operator':'exists','answerBoolean':true}] | enableWhen[0].question circular-condition
            [{'question':'g','operator':'exists','answerBoolean':true}] | enableWhen[0].question not-a-question
            [{'question':'d','operator':'exists','answerBoolean':true}] | enableWhen[0].question not-a-question
            [{'question':'b','operator':'exists'}]                    | enableWhen[0].answerBoolean missing
            [{'question':'b','operator':'exists','answerInteger':1}]  | enableWhen[0].answerBoolean missing, enableWhen[0].answerInteger unsupported
            [{'question':'b','operator':'exists','answerBoolean':'x'}] | enableWhen[0].answerBoolean wrong-type
            [{'question':'b','operator':'='}]                         | enableWhen[0] missing
            [{'question':'b','operator':'=','answerBoolean':1}]       | enableWhen[0].answerBoolean bad-value
            [{'question':'b','operator':'=','answerInteger':1}]       | enableWhen[0].answerInteger bad-answer-type
            [{'question':'b','operator':'>','answerBoolean':true}]    | enableWhen[0].operator bad-operator
            [{'question':'s','operator':'<=','answerString':'x'}]     | enableWhen[0].operator bad-operator
            [{'question':'c','operator':'>','answerCoding':{'code':'x'}}] | enableWhen[0].operator bad-operator
            [{'question':'c','operator':'=','answerCoding':{'code':'z'}}] | enableWhen[0].answerCoding bad-value
            [{'question':'c','operator':'=','answerCoding':{'display':'z'}}] | enableWhen[0].answerCoding bad-value
            [{'question':'c','operator':'=','answerString':'x'}]      | enableWhen[0].answerString bad-answer-type
            [{'question':'i','operator':'=','answerInteger':11}]      | enableWhen[0].answerInteger bad-value
            [{'question':'i','operator':'>','answerInteger':1.5}]     | enableWhen[0].answerInteger bad-value
            [{'question':'i','operator':'>','answerDecimal':1.5}]     | enableWhen[0].answerDecimal bad-answer-type
            [{'question':'t','operator':'>','answerDate':'2026-13'}]  | enableWhen[0].answerDate bad-value
            [{'question':'t','operator':'>','answerDateTime':'2026'}] | enableWhen[0].answerDateTime bad-answer-type
            [{'question':'w','operator':'>','answerQuantity':{'value':1,'code':'g'}}] | enableWhen[0].answerQuantity bad-value
            [{'question':'w','operator':'>','answerQuantity':{'code':'kg'}}] | enableWhen[0].answerQuantity bad-value
            [{'question':'p','operator':'=','answerReference':{'reference':'P/1'}}] | enableWhen[0].answerReference bad-answer-type
            [{'question':'b','operator':'=','answerBoolean':true,'because':'x'}] | enableWhen[0].because unsupported
            [{'question':'b','operator':'=','answerBoolean':true},{'question':'i','operator':'=','answerInteger':1}] | enableBehavior missing
            [{'question':'b','operator':'=','answerBoolean':true}],'enableBehavior':'some' | enableBehavior bad-value
            [{'question':'b','operator':'=','answerBoolean':true}],'enableBehavior':7 | enableBehavior wrong-type
            """)
    void areFoundAtTheirPlace(String conditions, String expected) {
        String form = "{'linkId':'e','type':'string','enableWhen':" + conditions + "}," + """
                {'linkId':'b','type':'boolean'},{'linkId':'s','type':'string'},{'linkId':'d','type':'display'},
                {'linkId':'c','type':'choice','answerOption':[{'valueCoding':{'code':'x'}}]},
                {'linkId':'i','type':'integer','extension':[
                  {'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':10}]},
                {'linkId':'t','type':'date'},{'linkId':'p','type':'attachment'},
                {'linkId':'w','type':'quantity','extension':[
                  {'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-unit','valueCoding':{'code':'kg'}}]},
                {'linkId':'g','type':'group','item':[{'linkId':'x','type':'string'}]}""";

        assertThat(faults(compiled(form))).isEqualTo("item[0]." + expected.replace(", ", ", item[0]."));
    }

    @Test
    void areCirclesOfAnyLength() {
        String circle = item("a", "b") + "," + item("b", "c") + "," + item("c", "a") + "," + item("d", "a");
        String within = "{'linkId':'g','type':'group'," + exists("a") + ",'item':[{'linkId':'a','type':'string'}]}";

        assertThat(faults(compiled(circle)))
                .isEqualTo("item[0].enableWhen[0].question circular-condition, "
                        + "item[1].enableWhen[0].question circular-condition, "
                        + "item[2].enableWhen[0].question circular-condition");
        assertThat(faults(compiled(within))).isEqualTo("item[0].enableWhen[0].question circular-condition");
    }

    @Test
    void areChainsThatNoFormNeeds() {
        assertThat(compiled(chain(100))).isInstanceOf(Compiled.Form.class);
        assertThat(faults(compiled(chain(102)))).startsWith("item[0].enableWhen[0].question too-many-steps");
    }

    @Test
    void areNotLookedForInItemsThatAreAtFaultThemselves() {
        assertThat(faults(compiled(item("a", "b") + ",{'linkId':'b','type':'nothing'}")))
                .isEqualTo("item[1].type unknown-type");
    }

    private static String chain(int length) {
        return IntStream.range(0, length)
                        .mapToObj(n -> item("a" + n, "a" + (n + 1)))
                        .collect(Collectors.joining(",")) + ",{'linkId':'a" + length + "','type':'string'}";
    }

    private static String item(String linkId, String question) {
        return "{'linkId':'" + linkId + "','type':'string'," + exists(question) + "}";
    }

    private static String exists(String question) {
        return "'enableWhen':[{'question':'" + question + "','operator':'exists','answerBoolean':true}]";
    }
}
