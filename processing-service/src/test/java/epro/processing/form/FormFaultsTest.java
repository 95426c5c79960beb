package epro.processing.form;

import static epro.processing.form.Questionnaires.compiled;
import static epro.processing.form.Questionnaires.faults;
import static epro.processing.form.Questionnaires.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused as a form, each fault at its place. */
class FormFaultsTest {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'string'}                                            | item[0].linkId missing
            {'linkId':'','type':'string'}                                | item[0].linkId wrong-type
            {'linkId':' a','type':'string'}                              | item[0].linkId bad-link-id
            {'linkId':'missing','type':'string'}                         | item[0].linkId bad-link-id
            {'linkId':'a'}                                               | item[0].type missing
            {'linkId':'a','type':'question'}                             | item[0].type unknown-type
            {'linkId':'a','type':'String'}                               | item[0].type unknown-type
            {'linkId':'a','type':7}                                      | item[0].type wrong-type
            7                                                            | item[0] wrong-type
            {'linkId':'a','type':'string'},{'linkId':'a','type':'text'}  | item[1].linkId duplicate-link-id
            {'linkId':'a','type':'group','item':[{'linkId':'a','type':'text'}]} | item[0].item[0].linkId duplicate-link-id
            {'linkId':'a','type':'group'}                                | item[0].item no-items
            {'linkId':'a','type':'group','item':[]}                      | item[0].item no-items
            {'linkId':'a','type':'group','answerOption':[{'valueString':'x'}],'item':[{'linkId':'b','type':'text'}]} | item[0].answerOption unsupported
            {'linkId':'a','type':'group','initial':[{'valueString':'x'}],'item':[{'linkId':'b','type':'text'}]} | item[0].initial unsupported
            {'linkId':'a','type':'display','required':true}              | item[0].required unsupported
            {'linkId':'a','type':'display','item':[{'linkId':'b','type':'text'}]} | item[0].item unsupported
            {'linkId':'a','type':'string','repeats':false,'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':2}]} | item[0].repeats bad-occurrence, item[0].extension min-above-max
            {'linkId':'a','type':'string','required':'yes'}              | item[0].required wrong-type
            {'linkId':'a','type':'string','enableWhen':[]}               | item[0].enableWhen no-conditions
            {'linkId':'a','type':'choice','answerValueSet':'http://x'}   | item[0].answerValueSet value-set-not-contained
            {'linkId':'a','type':'string','answerValueSet':'#x'}         | item[0].answerValueSet unsupported
            {'linkId':'a','type':'string','modifierExtension':[]}        | item[0].modifierExtension unsupported
            {'linkId':'a','type':'string','repeats':true,'item':[{'linkId':'b','type':'text'}]} | item[0].item unsupported
            {'linkId':'a','type':'boolean','answerOption':[{'valueString':'x'}]} | item[0].answerOption unsupported
            {'linkId':'a','type':'boolean','maxLength':3}                | item[0].type no-answer
            {'linkId':'a','type':'date','maxLength':10}                  | item[0].maxLength unsupported
            {'linkId':'a','type':'quantity','maxLength':10}              | item[0].maxLength unsupported
            {'linkId':'a','type':'integer','maxLength':0}                | item[0].maxLength min-above-max
            {'linkId':'a','type':'text','maxLength':0}                   | item[0].maxLength min-above-max
            {'linkId':'a','type':'text','maxLength':-1}                  | item[0].maxLength wrong-type
            {'linkId':'a','type':'text','maxLength':1.5}                 | item[0].maxLength wrong-type
            {'linkId':'a','type':'text','maxLength':1e999999999}         | item[0].maxLength wrong-type
            {'linkId':'a','type':'choice','answerOption':[]}             | item[0].answerOption no-options
            {'linkId':'a','type':'choice','answerOption':[{}]}           | item[0].answerOption[0].valueCoding missing
            {'linkId':'a','type':'choice','answerOption':[{'valueCoding':{'system':'s'}}]} | item[0].answerOption[0].valueCoding.code missing
            {'linkId':'a','type':'choice','answerOption':[{'valueInteger':1},{'valueInteger':1.0}]} | item[0].answerOption[1] duplicate-option
            {'linkId':'a','type':'choice','answerOption':[{'valueReference':{}}]} | item[0].answerOption[0].valueCoding missing, item[0].answerOption[0].valueReference unsupported
            {'linkId':'a','type':'integer','answerOption':[{'valueString':'x'}]} | item[0].answerOption[0].valueInteger missing, item[0].answerOption[0].valueString unsupported
            {'linkId':'a','type':'integer','initial':[{'valueInteger':1},{'valueInteger':2}]} | item[0].initial bad-default
            {'linkId':'a','type':'integer','initial':[{'valueString':'x'}]} | item[0].initial[0] bad-default
            {'linkId':'a','type':'choice','answerOption':[{'valueString':'x'}],'initial':[{'valueString':'y'}]} | item[0].initial[0] bad-default
            {'linkId':'a','type':'choice','answerOption':[{'valueString':'x','initialSelected':true},{'valueString':'y','initialSelected':true}]} | item[0].initial bad-default
            """)
    void areFoundAtTheirPlace(String items, String expected) {
        assertThat(faults(compiled(items))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer | {'url':'CORE/minValue','valueInteger':9},{'url':'CORE/maxValue','valueInteger':1}   | extension[1] min-above-max
            decimal | {'url':'CORE/minValue','valueDecimal':1.01},{'url':'CORE/maxValue','valueInteger':1} | extension[1] min-above-max
            integer | {'url':'CORE/minValue','valueInteger':3000000000}  |
            integer | {'url':'CORE/minValue','valueDecimal':1}           | extension[0].valueInteger missing
            integer | {'url':'CORE/minValue','valueInteger':1.5}         | extension[0].valueInteger bad-value
            integer | {'url':'CORE/minValue','valueInteger':1},{'url':'CORE/minValue','valueInteger':2} | extension[1].url repeated
            date    | {'url':'CORE/minValue','valueDate':'2026-13-01'}   | extension[0].valueDate bad-value
            date    | {'url':'CORE/minValue','valueDate':'2026-11-23'},{'url':'CORE/maxValue','valueDate':'2026-11-22'} | extension[1] min-above-max
            time    | {'url':'CORE/minValue','valueTime':'08:00:00'},{'url':'CORE/maxValue','valueTime':'07:00:00'} | extension[1] min-above-max
            boolean | {'url':'CORE/minValue','valueInteger':1}           | extension[0].url unsupported
            string  | {'url':'CORE/minLength','valueInteger':-1}         | extension[0].valueInteger wrong-type
            string  | {'url':'CORE/regex','valueString':'['}             | extension[0].valueString bad-pattern
            string  | {'url':'CORE/regex'}                               | extension[0].valueString missing
            boolean | {'url':'CORE/regex','valueString':'[01]'}          | type no-answer
            decimal | {'url':'CORE/regex','valueString':'['}             | extension[0].valueString bad-pattern
            quantity | {'url':'CORE/regex','valueString':'1'}            | extension[0].url unsupported
            string  | {'url':'http://example.org/unheard-of','valueBoolean':true} | extension[0].url unsupported
            string  | {'valueBoolean':true}                              | extension[0].url unsupported
            string  | {'url':'CORE/questionnaire-maxOccurs','valueInteger':0} | extension min-above-max
            string  | {'url':'urn:epro:violation-severity','valueCode':'info'} | extension[0].valueCode bad-value
            quantity | {'url':'CORE/questionnaire-unitOption','valueCoding':{'code':'kg'}},{'url':'CORE/minValue','valueQuantity':{'value':1,'code':'g'}} | extension[1] bad-unit
            quantity | {'url':'CORE/minValue','valueQuantity':{'value':1,'code':'kg'}},{'url':'CORE/maxValue','valueQuantity':{'value':1,'code':'g'}} | extension[0] bad-unit
            attachment | {'url':'CORE/maxSize','valueDecimal':'big'}     | extension[0].valueDecimal wrong-type
            """)
    void areFoundInExtensions(String type, String extensions, @Nullable String expected) {
        String item = "{'linkId':'a','type':'" + type + "','extension':[" + extensions.replace("CORE/", CORE) + "]}";

        if (expected == null) {
            assertThat(compiled(item)).isInstanceOf(Compiled.Form.class);
        } else {
            assertThat(faults(compiled(item))).isEqualTo("item[0]." + expected.replace(", ", ", item[0]."));
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                             | ` not-a-questionnaire`
            {}                                             | resourceType missing, resourceType not-a-questionnaire, item no-items
            {'resourceType':'Patient'}                     | resourceType not-a-questionnaire, item no-items
            {'resourceType':'Questionnaire'}               | item no-items
            {'resourceType':'Questionnaire','item':[]}     | item no-items
            {'resourceType':'Questionnaire','item':{}}     | item wrong-type
            {'resourceType':'Questionnaire','id':'g','item':[{'linkId':'a','type':'text'}]}      | id id-mismatch
            {'resourceType':'Questionnaire','version':'2','item':[{'linkId':'a','type':'text'}]} | version version-mismatch
            {'resourceType':'Questionnaire','contained':[{}],'item':[{'linkId':'a','type':'text'}]} | contained[0].resourceType missing, contained[0].resourceType unsupported
            {'resourceType':'Questionnaire','implicitRules':'x','item':[{'linkId':'a','type':'text'}]} | implicitRules unsupported
            """)
    void areFoundInTheQuestionnaireItself(String questionnaire, String expected) {
        assertThat(faults(FormCompiler.compile("f", "1", json(questionnaire)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a/b", "ä"})
    void includeNamesThatNoPathCanHold(String id) {
        Compiled compiled = FormCompiler.compile(
                id, id, json("{'resourceType':'Questionnaire','item':[{'linkId':'a','type':'text'}]}"));

        assertThat(faults(compiled)).isEqualTo("id bad-name, version bad-name");
    }

    @Test
    void areAllToldAtOnce() {
        String items = "{'linkId':'a','type':'nothing','item':[{'linkId':'a','type':'display','repeats':true}]},"
                + "{'type':'group','item':[]},{'linkId':'b','type':'text','enableWhen':[],'maxLength':0}";

        assertThat(faults(compiled(items)))
                .isEqualTo("item[0].type unknown-type, item[0].item[0].linkId duplicate-link-id, "
                        + "item[0].item[0].repeats unsupported, item[1].linkId missing, item[1].item no-items, "
                        + "item[2].maxLength min-above-max, item[2].enableWhen no-conditions");
    }

    @Test
    void areNoneInWhatIsOnlyShownOrScored() {
        String items = """
            {'id':'x','linkId':'a','definition':'http://x','code':[{'code':'c'}],'prefix':'1.','text':'How?','type':'choice',
             '_text':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/translation'}]},'readOnly':true,
             'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'}],
             'answerOption':[{'valueCoding':{'code':'0','display':'No'},'initialSelected':true,
               'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':0}]}]}""";

        assertThat(compiled(items)).isInstanceOf(Compiled.Form.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'linkId':'a','type':'integer','initial':[{'valueInteger':1}]}",
                "{'linkId':'a','type':'integer','repeats':true,'initial':[{'valueInteger':1},{'valueInteger':2}]}",
                "{'linkId':'a','type':'choice','answerOption':[{'valueCoding':{'code':'c'}}],'initial':[{'valueCoding':{'code':'c','version':'1'}}]}",
                "{'linkId':'a','type':'open-choice','answerOption':[{'valueString':'x'}],'initial':[{'valueString':'other'}]}",
                "{'linkId':'a','type':'quantity','initial':[{'valueQuantity':{'value':1,'unit':'kg'}}]}",
                "{'linkId':'a','type':'date','initial':[{'valueDate':'2026-11-23'}]}"
            })
    void areNoneInDefaultsThatTheItemTakes(String item) {
        assertThat(compiled(item)).isInstanceOf(Compiled.Form.class);
    }
}
