package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirPathTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, QuestionnaireResponse",
                "/status, QuestionnaireResponse.status",
                "/item/2/answer/0/valueString, QuestionnaireResponse.item[2].answer[0].value",
                "/item/0/answer/1/_valueDate/extension/0, QuestionnaireResponse.item[0].answer[1].value.extension[0]",
                "/item/0/item/1/_text, QuestionnaireResponse.item[0].item[1].text",
                "/item/0/answer/0/valueCoding/code, QuestionnaireResponse.item[0].answer[0].value.code",
                "/submissionId, QuestionnaireResponse.identifier.value",
                "/patientId, QuestionnaireResponse.subject",
                "/answers, QuestionnaireResponse.item",
                "/meta/a-b/c, QuestionnaireResponse.meta"
            })
    void saysWhereAPointerPoints(String pointer, String path) {
        assertThat(FhirPath.of(pointer)).isEqualTo(path);
    }
}
