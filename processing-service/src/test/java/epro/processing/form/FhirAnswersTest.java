package epro.processing.form;

import static epro.processing.form.Questionnaires.form;
import static epro.processing.form.Questionnaires.json;
import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a FHIR response can't say without its form, the form says. */
class FhirAnswersTest {
    private static final String MANY = "{'linkId':'many','type':'integer','repeats':true}";
    private static final String ONE = "{'linkId':'one','type':'integer'}";
    private static final String OPEN =
            "{'linkId':'open','type':'open-choice','answerOption':[{'valueCoding':{'code':'a'}}]}";
    private static final String ANY = "{'linkId':'any','type':'open-choice'}";
    private static final String CLOSED =
            "{'linkId':'closed','type':'choice','answerOption':[{'valueCoding':{'code':'a'}}]}";
    private static final String FORM = String.join(
            ",",
            MANY,
            ONE,
            OPEN,
            ANY,
            CLOSED,
            "{'linkId':'above','type':'string','item':[{'linkId':'under','type':'integer'},"
                    + "{'linkId':'under-group','type':'group','item':[{'linkId':'deeper','type':'integer'}]}]}",
            "{'linkId':'rows','type':'group','repeats':true,'item':[" + in(MANY, "r-") + "," + in(OPEN, "r-") + "]}",
            "{'linkId':'group','type':'group','item':[" + in(MANY, "g-") + "," + in(ONE, "g-") + "]}");

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'many':3}                       | {'many':[3]}
            {'many':[3,4]}                   | {'many':[3,4]}
            {'many':null}                    | {'many':null}
            {'many':{'missing':'declined'}}  | {'many':{'missing':'declined'}}
            {'one':3}                        | {'one':3}
            {'open':'own words'}             | {'open':{'text':'own words'}}
            {'open':'a'}                     | {'open':'a'}
            {'open':'a '}                    | {'open':'a '}
            {'above':{'under':3,'under-group':{'deeper':4}}} | {'under':3,'under-group':{'deeper':4}}
            {'above':'x','under':3}          | {'above':'x','under':3}
            {'any':'a'}                      | {'any':{'text':'a'}}
            {'open':''}                      | {'open':''}
            {'open':{'code':'a'}}            | {'open':{'code':'a'}}
            {'closed':{'code':'a'}}          | {'closed':{'code':'a'}}
            {'rows':{'r-many':3}}            | {'rows':[{'r-many':[3]}]}
            {'rows':[{'r-many':3},{'r-open':'x'}]} | {'rows':[{'r-many':[3]},{'r-open':{'text':'x'}}]}
            {'rows':[null,{'r-many':[1]}]}   | {'rows':[null,{'r-many':[1]}]}
            {'rows':null}                    | {'rows':null}
            {'group':{'g-many':3,'g-one':1}} | {'group':{'g-many':[3],'g-one':1}}
            {'g-many':3}                     | {'g-many':[3]}
            """)
    void getTheShapesThatTheFormExpects(String sent, String shaped) {
        CompiledForm form = form(FORM);

        JsonValue.Members answers = form.shaped((JsonValue.Members) json(sent));

        assertThat(text(answers)).isEqualTo(shaped);
        assertThat(violations(form.validate(answers))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'one':[1,2]}       | one too-many
            {'group':[{},{}]}   | group wrong-type
            {'many':'x'}        | many wrong-type
            {'rows':3}          | rows wrong-type
            {'stranger':3}      | stranger unknown-item
            {'closed':'own'}    | closed not-an-option
            """)
    void remainWrongWhereTheyAre(String sent, String violations) {
        CompiledForm form = form(FORM);

        assertThat(violations(form.validate(form.shaped((JsonValue.Members) json(sent)))))
                .isEqualTo(violations);
    }

    private static String in(String item, String prefix) {
        return item.replace("'linkId':'", "'linkId':'" + prefix);
    }
}
