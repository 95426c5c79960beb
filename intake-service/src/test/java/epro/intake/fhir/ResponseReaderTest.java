package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.request.SubmittedForm;
import epro.schemas.event.Completeness;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a response states beside its answers. */
class ResponseReaderTest {
    private static final String STUDY = "{'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy',"
            + "'valueReference':{'reference':'ResearchStudy/STUDY-1'}}";
    private static final String SITE = "{'url':'http://hl7.org/fhir/StructureDefinition/event-location',"
            + "'valueReference':{'identifier':{'value':'SITE_7'},'type':'Location'}}";

    private static final String FULL = """
            'id':'abc','meta':{'versionId':'1','profile':['urn:p']},'text':{'status':'generated','div':'<div/>'},\
            'identifier':{'system':'urn:gateway','value':'R-1'},'language':'zh-CN','authored':'2026-03-01T20:15:00+08:00',\
            'author':{'reference':'Device/d1'},'source':{'reference':'RelatedPerson/r1'},'encounter':{'reference':'Encounter/V3'},\
            'basedOn':[{'reference':'CarePlan/c1'}],'partOf':[{'reference':'Procedure/p1'}],\
            'extension':[%s,%s,{'url':'urn:other','valueString':'kept'}],""".formatted(STUDY, SITE);

    @Test
    void readsEveryElementThatHasAPlaceOfItsOwn() {
        SubmittedForm form = Responses.read(Responses.with(FULL, "[]"));

        assertThat(form)
                .extracting(
                        SubmittedForm::submissionId,
                        SubmittedForm::studyId,
                        SubmittedForm::siteId,
                        SubmittedForm::patientId,
                        SubmittedForm::formId,
                        SubmittedForm::formVersion,
                        SubmittedForm::completedAt,
                        SubmittedForm::language,
                        SubmittedForm::respondent,
                        SubmittedForm::completeness)
                .containsExactly(
                        "R-1",
                        "STUDY-1",
                        "SITE_7",
                        "P1",
                        "kinds",
                        "1",
                        "2026-03-01T20:15:00+08:00",
                        "zh-CN",
                        "related-person",
                        Completeness.COMPLETE);
        assertThat(form.visit()).isEqualTo(new SubmittedForm.Visit("V3", null));
    }

    @Test
    void keepsTheWholeResponseBesideThat() {
        String response = Responses.with(FULL, "[{'linkId':'q','text':'How bad?','answer':[{'valueDecimal':3.0}]}]");

        assertThat(Responses.read(response).document()).isEqualTo(canonical(response));
    }

    @Test
    void hashesTheContentWithoutItsIdentifierAndWithoutRegardToOrder() {
        String hash = Responses.read(Responses.with("'language':'en',", "[]")).contentHash();

        assertThat(Responses.read(Responses.with("'identifier':{'value':'x'},'language':'en',", "[]"))
                        .contentHash())
                .isEqualTo(hash);
        assertThat(Responses.read(Responses.with("'id':'2','meta':{'versionId':'2'},'language':'en',", "[]"))
                        .contentHash())
                .isEqualTo(hash);
        assertThat(Responses.read(canonical(Responses.with("'language':'en',", "[]")))
                        .contentHash())
                .isEqualTo(hash);
        assertThat(Responses.read(Responses.with("'language':'zh',", "[]")).contentHash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            http://forms-lab.com/Questionnaire/ValidateInteger ; ValidateInteger ;
            http://example.org/Questionnaire/diary|2.1         ; diary           ; 2.1
            Questionnaire/diary|2                              ; diary           ; 2
            urn:oid:1.2.3                                      ; urn:oid:1.2.3   ;
            diary|1|2                                          ; diary           ; 1|2
            """)
    void takesTheFormFromTheCanonical(String canonical, String formId, @Nullable String formVersion) {
        var form = Responses.read(Responses.items("[]").replace("http://example.org/Questionnaire/kinds|1", canonical));

        assertThat(form.formId()).isEqualTo(formId);
        assertThat(form.formVersion()).isEqualTo(formVersion);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'reference':'Patient/P-7'}                                   | P-7
            {'reference':'https://ehr.example/fhir/Patient/P-7'}          | P-7
            {'reference':'Patient/P-7/_history/2','display':'Seven'}      | P-7
            {'identifier':{'system':'urn:trial','value':'P 7'}}           | P 7
            {'reference':'Patient/123','identifier':{'value':'P-7'}}      | P-7
            {'type':'Patient','identifier':{'value':'P-7'}}               | P-7
            """)
    void takesThePatientFromTheSubject(String subject, String patientId) {
        String response = Responses.items("[]").replace("{\"reference\":\"Patient/P1\"}", subject.replace('\'', '"'));

        assertThat(Responses.read(response).patientId()).isEqualTo(patientId);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'source':{'reference':'Patient/P1'},                                     | patient
            'author':{'reference':'PractitionerRole/1'},                             | practitioner-role
            'author':{'reference':'Device/1'},'source':{'reference':'Patient/P1'},   | patient
            'source':{'identifier':{'value':'x'}},                                   |
            ``                                                                       |
            """)
    void saysWhatKindOfPersonAnswered(String members, @Nullable String respondent) {
        assertThat(Responses.read(Responses.with(members, "[]")).respondent()).isEqualTo(respondent);
    }

    @Test
    void callsAStoppedResponsePartial() {
        var stopped = Responses.read(Responses.items("[]").replace("completed", "stopped"));

        assertThat(stopped.completeness()).isEqualTo(Completeness.PARTIAL);
    }

    private static String canonical(String json) {
        return CanonicalJson.write(StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD));
    }
}
