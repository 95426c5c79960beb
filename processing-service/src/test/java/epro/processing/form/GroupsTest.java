package epro.processing.form;

import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where answers stand: groups with and without an object around their items, rows, questions under questions. */
class GroupsTest {
    private static final String OCCURS = "'extension':["
            + "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':2},"
            + "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs','valueInteger':3}]";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1,'b':2,'c':3}               |
            {'g':{'a':1,'h':{'b':2}},'c':3}   |
            {'g':{'a':1},'h':{'b':2},'c':3}   |
            {'h':{'b':2},'a':1,'c':3}         |
            {'g':{'a':1,'b':2},'c':3,'d':null} |
            {'c':3}                           | a required
            {'g':{},'c':3}                    | a required
            {'g':{'missing':'declined'},'c':3} |
            {'g':{'missing':'forgotten'},'c':3} | a required, missing unknown-item
            {'g':{'a':1,'c':3}}               | c required, c unknown-item
            {'g':{'a':1},'a':2,'c':3}         | a too-many
            {'g':7,'c':3}                     | a required, g wrong-type
            {'g':[{'a':1}],'c':3}             | a required, g wrong-type
            {'a':'?','b':'?','c':'?'}         | a wrong-type, b wrong-type, c wrong-type
            {'c':3,'b':'?','z':1,'y':1,'a':'?'} | a wrong-type, b wrong-type, y unknown-item, z unknown-item
            {'a':1,'c':3,'d':'shown'}         | d unknown-item
            """)
    void takesItemsOfGroupsWithAndWithoutAnObject(String answers, @Nullable String expected) {
        String form = """
            {'linkId':'g','type':'group','item':[
               {'linkId':'a','type':'integer','required':true},
               {'linkId':'h','type':'group','item':[{'linkId':'b','type':'integer'}]}]},
            {'linkId':'d','type':'display'},
            {'linkId':'c','type':'integer','required':true}""";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'r':[{'a':1},{'a':2,'b':'x'}]}   |
            {'r':[{'a':1},{'g':{'a':2}}]}     |
            {'r':[{'a':1},{'a':'?'}]}         | r[1].a wrong-type
            {'r':[{'a':1},{'b':'x'}]}         | r[1].a required
            {'r':[{'a':1},{'a':2,'z':1}]}     | r[1].z unknown-item
            {'r':[{'a':1},{'a':2}],'a':3}     | a unknown-item
            {'r':[{'a':1},null,{'a':2}]}      |
            {'r':[{'a':1},7]}                 | r[1] wrong-type
            {'r':{'a':1}}                     | r wrong-type, r too-few
            {'r':[{'a':1}]}                   | r too-few
            {'r':[{'a':1},{'a':2},{'a':3},{'a':4}]} | r too-many
            {'r':[]}                          | r required
            {'r':null}                        | r required
            {}                                | r required
            {'r':{'missing':'not-applicable'}} |
            {'r':[{'a':1,'n':[{'m':'?'},{'m':true}]},{'a':2}]} | r[0].n[0].m wrong-type
            """)
    void takesRowsOfRepeatingGroups(String answers, @Nullable String expected) {
        String form = "{'linkId':'r','type':'group','repeats':true,'required':true," + OCCURS + ",'item':["
                + "{'linkId':'g','type':'group','item':[{'linkId':'a','type':'integer','required':true}]},"
                + "{'linkId':'b','type':'string'},"
                + "{'linkId':'n','type':'group','repeats':true,'item':[{'linkId':'m','type':'boolean'}]}]}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'r':[1,2]}               |
            {'r':[1,null,2,'']}       |
            {'r':['1',' 2']}          |
            {'r':[1]}                 | r too-few
            {'r':[1,{'missing':'declined'}]} | r too-few
            {'r':[1,2,3,4]}           | r too-many
            {'r':[1,'?']}             | r wrong-type
            {'r':[1,[2]]}             | r wrong-type
            {'r':1}                   | r wrong-type, r too-few
            {'r':{'missing':'declined'}} |
            {'r':[{'missing':'declined'}]} |
            {'r':[]}                  | r too-few
            {}                        | r too-few
            """)
    void takesListsForRepeatingItems(String answers, @Nullable String expected) {
        assertJudged("{'linkId':'r','type':'integer','repeats':true," + OCCURS + "}", answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'r':[1,2]}  |
            {'r':[1]}    | r too-few
            {'r':1}      | r wrong-type, r too-few
            """)
    void takesListsWhereOnlyTheNumberOfAnswersSaysSo(String answers, @Nullable String expected) {
        assertJudged("{'linkId':'r','type':'integer'," + OCCURS + "}", answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                         |
            {'q':null}                 |
            {'q':{'missing':'declined'}} |
            {'q':true}                 | why required
            {'q':true,'why':'because'} |
            {'why':7}                  | why wrong-type
            """)
    void asksForItemsUnderAQuestionOnceItIsAnswered(String answers, @Nullable String expected) {
        String form = "{'linkId':'q','type':'boolean','item':[{'linkId':'why','type':'string','required':true}]}";

        assertJudged(form, answers, expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':null}  | g required
            {'g':{'a':'','b':null}} | g required
            {'g':{'missing':'declined'}} |
            {'b':1}     |
            """)
    void asksForOneAnswerInARequiredGroup(String answers, @Nullable String expected) {
        String form = "{'linkId':'g','type':'group','required':true,'item':["
                + "{'linkId':'a','type':'integer'},{'linkId':'b','type':'integer'}]}";

        assertJudged(form, answers, expected);
    }

    private static void assertJudged(String form, String answers, @Nullable String expected) {
        Validation validation = validate(form, answers);

        assertThat(violations(validation)).isEqualTo(expected == null ? "" : expected);
        assertThat(text(validation.cleaned()).length()).isPositive();
    }
}
