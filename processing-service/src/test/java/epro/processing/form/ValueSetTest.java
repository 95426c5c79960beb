package epro.processing.form;

import static epro.processing.form.Questionnaires.faults;
import static epro.processing.form.Questionnaires.json;
import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers out of value sets that the questionnaire contains. */
class ValueSetTest {
    private static final String LISTED = """
            {'resourceType':'ValueSet','id':'v','url':'urn:v','status':'active','compose':{'inactive':false,'include':[
              {'system':'s','version':'1','concept':[
                {'code':'a','display':'Not at all','designation':[{'value':'x'}],'extension':[
                  {'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':0}]},
                {'code':'b'}]},
              {'system':'t','concept':[{'code':'kg','display':'kilogram'}]}]}}""";
    private static final String EXPANDED = """
            {'resourceType':'ValueSet','id':'v','compose':{'include':[{'system':'s'}]},'expansion':{
              'identifier':'urn:x','timestamp':'2026-11-23','total':6,'parameter':[{'name':'n'}],'contains':[
                {'abstract':true,'system':'s','code':'all','display':'All','contains':[
                  {'system':'s','code':'a','display':'Not at all'},{'system':'s','code':'b','version':'1'}]},
                {'display':'units','contains':[{'system':'t','code':'kg','display':'kilogram'}]},
                {'system':'s','code':'gone','inactive':true}]}}""";

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'a'                        | 'a'  |
            ' ｋg '                    | 'ｋg' | not-an-option
            {'system':'s','code':'b '} | {'code':'b','system':'s'} |
            {'code':'kg'}              | {'code':'kg'} |
            {'system':'s','code':'kg'} | {'code':'kg','system':'s'} | not-an-option
            'all'                      | 'all'  | not-an-option
            'gone'                     | 'gone' | not-an-option
            'c'                        | 'c'    | not-an-option
            """)
    void areAmongItsCodes(String answer, String cleaned, @Nullable String code) {
        for (String set : new String[] {LISTED, EXPANDED}) {
            Validation validation = form(set, "'choice','answerValueSet':'#v'")
                    .validate((JsonValue.Members) json("{'q':" + answer + "}"));

            assertThat(violations(validation)).isEqualTo(code == null ? "" : "q " + code);
            assertThat(text(validation.cleaned())).isEqualTo("{'q':" + cleaned + "}");
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'value':70,'system':'t','code':'kg'} |
            {'value':70,'unit':'kilogram'}        |
            {'value':70,'code':'g'}               | q not-an-option
            """)
    void areInOneOfItsUnits(String answer, @Nullable String expected) {
        String type =
                "'quantity','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet',"
                        + "'valueCanonical':'#v'}]";

        assertThat(violations(form(LISTED, type).validate((JsonValue.Members) json("{'q':" + answer + "}"))))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void meanWhatIsShownForThem() {
        ItemMeaning meaning =
                form(LISTED, "'open-choice','answerValueSet':'#v'").meaning("q").orElseThrow();

        assertThat(meaning.choice("not at all").orElseThrow().weight()).isEqualByComparingTo("0");
        assertThat(meaning.choices())
                .extracting(ItemMeaning.Choice::display)
                .containsExactly("Not at all", "b", "kilogram");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'resourceType':'Patient','id':'v'}    | contained[0].resourceType unsupported, item[0].answerValueSet unknown-value-set
            {'resourceType':'ValueSet','id':'w','compose':{'include':[{'system':'s','concept':[{'code':'a'}]}]}} | item[0].answerValueSet unknown-value-set
            {'resourceType':'ValueSet','compose':{'include':[{'system':'s','concept':[{'code':'a'}]}]}} | contained[0].id missing, item[0].answerValueSet unknown-value-set
            {'resourceType':'ValueSet','id':'v'}   | contained[0].compose missing, contained[0] no-options
            {'resourceType':'ValueSet','id':'v','compose':{'include':[]}} | contained[0] no-options
            {'resourceType':'ValueSet','id':'v','compose':{'include':[{'system':'s'}]}} | contained[0].compose.include[0].concept missing, contained[0] no-options
            {'resourceType':'ValueSet','id':'v','compose':{'include':[{'concept':[{'code':'a'}]}]}} | contained[0].compose.include[0].system missing
            {'resourceType':'ValueSet','id':'v','compose':{'include':[{'system':'s','concept':[{'code':'a'}],'filter':[{}],'valueSet':['u']}]}} | contained[0].compose.include[0].filter unsupported, contained[0].compose.include[0].valueSet unsupported
            {'resourceType':'ValueSet','id':'v','compose':{'include':[{'system':'s','concept':[{'code':'a'}]}],'exclude':[{}]}} | contained[0].compose.exclude unsupported
            {'resourceType':'ValueSet','id':'v','expansion':{'total':2,'contains':[{'code':'a'}]}} | contained[0].expansion.total incomplete-expansion
            {'resourceType':'ValueSet','id':'v','modifierExtension':[],'expansion':{'contains':[{'code':'a'}]}} | contained[0].modifierExtension unsupported
            """)
    void areRefusedWhereTheyCannotBeToldFromTheForm(String set, String expected) {
        assertThat(faults(compiled(set, "'choice','answerValueSet':'#v'"))).isEqualTo(expected);
    }

    @Test
    void areNotOfferedTwice() {
        assertThat(faults(compiled(
                        LISTED, "'choice','answerValueSet':'#v','answerOption':[{'valueCoding':{'code':'a'}}]")))
                .isEqualTo("item[0].answerValueSet options-twice");
        assertThat(faults(compiled(LISTED + "," + LISTED, "'choice','answerValueSet':'#v'")))
                .isEqualTo("contained[1].id duplicate-id");
    }

    private static CompiledForm form(String set, String type) {
        return ((Compiled.Form) compiled(set, type)).form();
    }

    private static Compiled compiled(String set, String type) {
        return FormCompiler.compile(
                "f",
                "1",
                json("{'resourceType':'Questionnaire','contained':[" + set + "],'item':[{'linkId':'q','type':" + type
                        + "}]}"));
    }
}
