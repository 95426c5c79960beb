package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Published validation cases, from the response at intake's FHIR door to the record: those in reach (docs/forms.md). Two that are
 * published in XML are sent as the same in JSON.
 */
@Tag("slow")
class FhirCasesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            attachment-content-type       | q1 | [{'valueAttachment':{'contentType':'image/gif','data':'R0lG'}}]
            attachment-max-size           | q1 | [{'valueAttachment':{'contentType':'application/pdf','data':'JVBE','size':3}}]
            choice-answer-option-exclusive| q1 | [{'valueCoding':{'system':'http://example.org','code':'c2'}}]
            choice-answer-option          | q1 | [{'valueCoding':{'system':'http://example.org','code':'c1'}}]
            date-time-min-max             | q1 | [{'valueDateTime':'2021'},{'valueDateTime':'2020'},{'valueDateTime':'2022-06-30'}]
            decimal-invalid-type          | q1 | [{'valueDecimal':1.5}]
            group-with-string             | q2 | [{'valueString':'a2 smile'}]
            quantity-units-invalid        | q1 | [{'valueQuantity':{'value':10,'unit':'kilometer','system':'http://unitsofmeasure.org','code':'km'}}]
            string-min-occurs             | q1 | [{'valueString':'one'},{'valueString':'two'}]
            string-regex                  | q1 | [{'valueString':'fasdfa@test.com.au'}]
            text-invalid-type             | q1 | [{'valueString':'a1 smile'}]
            time                          | q1 | [{'valueTime':'10:00:00'},{'valueTime':'11:00:00'}]
            url-invalid-type              | q1 | [{'valueUri':'https://example.org'}]
            url-value                     | q1 | [{'valueUri':'Patient/1'},{'valueUri':'https://example.org/Patient/1'}]
            """)
    void areRejectedForTheFaultyItemAndStoredOnceItIsRepaired(String name, String linkId, String answers)
            throws IOException {
        PublishedCase invalid = new PublishedCase(name);

        JsonNode rejected = invalid.sent();
        invalid.repair(linkId, PublishedCase.json(answers));
        JsonNode stored = invalid.sent();

        assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
        assertThat(PublishedCase.errors(rejected))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.path("path").asString()).isEqualTo(linkId));
        assertThat(stored.path("state").asString()).as(stored.toString()).isEqualTo("STORED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            open-choice-invalid-type | q1 | [{'linkId':'q1','answer':[{'valueString':'http://example.org'}]}]
            group-with-string-invalid-nesting         | grp1 | [{'linkId':'grp1','item':[{'linkId':'q1','answer':[{'valueString':'a1 smile'}]},{'linkId':'q2','answer':[{'valueString':'a2 smile'}]}]}]
            group-with-string-invalid-nesting-link-id | grp2 | [{'linkId':'grp1','item':[{'linkId':'q1','answer':[{'valueString':'a1 smile'}]},{'linkId':'q2','answer':[{'valueString':'a2 smile'}]}]}]
            qr           | 2,3         | [{'linkId':'1','answer':[{'valueBoolean':false}]},{'linkId':'2','answer':[{'valueCoding':{'code':'B'}}]}]
            enable-when  | enable-when | [{'linkId':'condition','answer':[{'valueBoolean':false}]}]
            """)
    void nameTheFaultyItemsWhereverThatShowsAndAreStoredOnceTheyAreRepaired(String name, String linkIds, String items)
            throws IOException {
        PublishedCase invalid = new PublishedCase(name);

        Set<String> named = invalid.faultyItems();
        invalid.repair(PublishedCase.json(items));
        JsonNode stored = invalid.sent();

        assertThat(named).containsExactlyInAnyOrder(linkIds.split(","));
        assertThat(stored.path("state").asString()).as(stored.toString()).isEqualTo("STORED");
    }

    /** That its items stand where an answer does hides that one of them is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"group-with-string-invalid-nesting", "group-with-string-invalid-nesting-link-id"})
    void nameWhatIsMissingOnceTheNestingAloneIsRepaired(String name) throws IOException {
        PublishedCase invalid = new PublishedCase(name);

        invalid.repair(PublishedCase.json(
                "[{'linkId':'grp1','item':[{'linkId':'q1','answer':[{'valueString':'a1 smile'}]}]}]"));

        assertThat(invalid.faultyItems()).containsExactly("q2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment",
                "integer",
                "quantity-units",
                "questionnaire-draft",
                "reference-absolute",
                "reference-relative"
            })
    void areStoredWhereNothingIsWrong(String name) throws IOException {
        JsonNode stored = new PublishedCase(name).sent();

        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(PublishedCase.errors(stored)).isEmpty();
    }
}
