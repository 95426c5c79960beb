package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.event.AnswerKind;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers become of the items of a response. */
class ItemTreeTest {
    private static final String ABSENT =
            "{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'%s'}";

    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BOOLEAN  | 'valueBoolean':true                                | true
            NUMBER   | 'valueDecimal':36.80                               | 36.80
            NUMBER   | 'valueInteger':3                                   | 3
            TEXT     | 'valueDate':'2026-03'                              | '2026-03'
            TEXT     | 'valueDateTime':'2026-03-01T20:15:00+08:00'        | '2026-03-01T20:15:00+08:00'
            TEXT     | 'valueTime':'20:15:00'                             | '20:15:00'
            TEXT     | 'valueString':'  头痛\\n两天 '                       | '  头痛\\n两天 '
            TEXT     | 'valueString':''                                   | ''
            TEXT     | 'valueUri':'urn:uuid:c757873d'                     | 'urn:uuid:c757873d'
            CODING   | 'valueCoding':{'system':'urn:x','version':'2','code':'a','display':'A','userSelected':true} | {'code':'a','display':'A','system':'urn:x'}
            GROUP    | 'valueCoding':{'display':'A'}                      | {'display':'A'}
            QUANTITY | 'valueQuantity':{'value':71.20,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg','id':'x'} | {'code':'kg','system':'http://unitsofmeasure.org','unit':'kg','value':71.20}
            GROUP    | 'valueAttachment':{'contentType':'image/png','data':'YQ==','size':1,'title':'rash'} | {'contentType':'image/png','data':'YQ==','size':1,'title':'rash'}
            GROUP    | 'valueReference':{'reference':'Patient/example','display':'Example'} | {'display':'Example','reference':'Patient/example'}
            GROUP    | 'valueReference':{'identifier':{'system':'urn:x','value':'7'}}       | {'identifier':{'system':'urn:x','value':'7'}}
            """)
    void keepsEveryTypeOfAnswer(AnswerKind kind, String value, String answer) {
        var form = Responses.read(Responses.items("[{'linkId':'q','answer':[{" + value + "}]}]"));

        assertThat(CanonicalJson.write(form.answers())).isEqualTo(json("{'q':" + answer + "}"));
        var written = AnswerJson.toAnswers(form.answers());
        assertThat(written)
                .singleElement()
                .satisfies(one -> assertThat(one.getKind()).isEqualTo(kind));
        assertThat(AnswerJson.toJson(written)).isEqualTo(form.answers());
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                                    | {}
            [{'linkId':'a'},{'linkId':'b','text':'shown','definition':'urn:x#b','id':'1'}]        | {'a':null,'b':null}
            [{'linkId':'a','answer':[]}]                                                          | {'a':null}
            [{'linkId':'a','answer':[{'valueInteger':1},{'valueInteger':2}]}]                     | {'a':[1,2]}
            [{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':1}]}]}]                | {'g':{'a':1}}
            [{'linkId':'g','item':[{'linkId':'h','item':[{'linkId':'a'}]}]}]                      | {'g':{'h':{'a':null}}}
            [{'linkId':'g','item':[{'linkId':'a'}]},{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':2}]}]}] | {'g':[{'a':null},{'a':2}]}
            [{'linkId':'g'},{'linkId':'b'},{'linkId':'g'}]                                        | {'b':null,'g':[null,null]}
            [{'linkId':'a','answer':[{'valueInteger':1,'item':[{'linkId':'b','answer':[{'valueInteger':2}]}]}]}] | {'a':1,'b':2}
            [{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':1,'item':[{'linkId':'b'}]}]}]}]       | {'g':{'a':1,'b':null}}
            """)
    void keepsTheTree(String items, String answers) {
        assertThat(answers(items)).isEqualTo(json(answers));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not-applicable | {'q':{'missing':'not-applicable'}}
            asked-declined | {'q':{'missing':'declined'}}
            unknown        | {'q':null}
            asked-unknown  | {'q':null}
            temp-unknown   | {'q':null}
            not-asked      | {}
            """)
    void saysWhyThereIsNoAnswerWhereverThatStands(String code, String answers) {
        String extension = "'extension':[" + ABSENT.formatted(code) + "]";

        assertThat(Stream.of(
                                extension,
                                "'answer':[{" + extension + "}]",
                                "'answer':[{'_valueString':{" + extension + "}}]",
                                "'answer':[{'valueCoding':{" + extension + "}}]")
                        .map(where -> answers("[{'linkId':'q'," + where + "}]")))
                .containsOnly(json(answers));
    }

    @Test
    void saysOfOneOfSeveralAnswersWhyThereIsNone() {
        String declined = "{'extension':[" + ABSENT.formatted("asked-declined") + "]}";

        assertThat(answers("[{'linkId':'q','answer':[{'valueString':'x'}," + declined + "]}]"))
                .isEqualTo(json("{'q':['x',{'missing':'declined'}]}"));
    }

    @Test
    void leavesOtherExtensionsInTheDocument() {
        String response = Responses.items("[{'linkId':'q','extension':[{'url':'urn:y','valueInteger':1}],"
                + "'answer':[{'valueCoding':{'code':'a','extension':[{'url':'urn:z','valueDecimal':2.0}]}}]}]");

        var form = Responses.read(response);

        assertThat(CanonicalJson.write(form.answers())).isEqualTo(json("{'q':{'code':'a'}}"));
        assertThat(form.document()).contains("urn:y", "urn:z", "2.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void takesGroupsInGroups(int groups) {
        String items = "[{'linkId':'g','item':".repeat(groups) + "[{'linkId':'q','answer':[{'valueInteger':1}]}]"
                + "}]".repeat(groups);

        assertThat(answers(items)).isEqualTo(json("{'g':".repeat(groups) + "{'q':1}" + "}".repeat(groups)));
    }

    private static String answers(String items) {
        return CanonicalJson.write(Responses.read(Responses.items(items)).answers());
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
