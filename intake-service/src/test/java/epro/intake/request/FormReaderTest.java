package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.AnswerJson;
import epro.schemas.json.SubmissionJson;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
    private static final String FULL = """
            {"submissionId":"s-1","studyId":"S1","siteId":"A","patientId":"P1","formId":"F1","formVersion":"2",
             "visit":{"id":"V1","repeatKey":"1"},"startedAt":"2026-11-23T09:59:00+08:00",
             "completedAt":"2026-11-23T10:00:00+08:00","language":"zh-CN","respondent":"patient",
             "client":{"app":"diary","version":"1.0","os":"ios"},"answers":{"q1":3,"q2":"so-so"}}""";

    @Test
    void readsEveryMember() {
        var form = read(FULL);

        assertThat(form)
                .hasNoNullFieldsOrPropertiesExcept("document")
                .extracting(
                        SubmittedForm::patientId,
                        SubmittedForm::formVersion,
                        SubmittedForm::visit,
                        SubmittedForm::client)
                .containsExactly(
                        "P1", "2", new SubmittedForm.Visit("V1", "1"), new SubmittedForm.Client("diary", "1.0", "ios"));
        assertThat(form.completedAt()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(form.answers().values()).containsOnlyKeys("q1", "q2");
    }

    @Test
    void takesAnOptionalMemberThatIsNullForAbsent() {
        assertThat(read("""
                {"patientId":"P","formId":"F","studyId":null,"visit":null,"completedAt":null,"answers":{}}"""))
                .hasAllNullFieldsOrPropertiesExcept("patientId", "formId", "completeness", "answers", "contentHash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"formId\":\"F\",\"unknown\":1}",
                "{\"patientId\":null,\"completedAt\":\"yesterday\",\"answers\":{}}",
                "{\"patientId\":\"  \",\"formId\":\"F\",\"answers\":[]}"
            })
    void tellsAMissingPatientBeforeAnythingElse(String body) {
        assertRefused(() -> read(body), 400, "missing-member", "/patientId");
    }

    @Test
    void tellsAMissingFormNext() {
        assertRefused(() -> read("{\"patientId\":\"P\",\"unknown\":1}"), 400, "missing-member", "/formId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wrong-type         | /patientId     | {'patientId':7,'formId':'F','answers':{}}",
                "wrong-type         | /visit         | {'patientId':'P','formId':'F','visit':'V1','answers':{}}",
                "wrong-type         | /visit/id      | {'patientId':'P','formId':'F','visit':{'id':1},'answers':{}}",
                "missing-member     | /visit/id      | {'patientId':'P','formId':'F','visit':{},'answers':{}}",
                "wrong-type         | /answers       | {'patientId':'P','formId':'F','answers':[]}",
                "missing-member     | /answers       | {'patientId':'P','formId':'F'}",
                "unknown-member     | /mood          | {'patientId':'P','formId':'F','mood':1,'answers':{}}",
                "unknown-member     | /client/phone  | {'patientId':'P','formId':'F','client':{'phone':''},'answers':{}}",
                "control-character  | /formId        | {'patientId':'P','formId':'F\\n','answers':{}}",
                "time-without-offset| /completedAt   | {'patientId':'P','formId':'F','completedAt':'2026-11-23T10:00:00','answers':{}}",
                "bad-time           | /startedAt     | {'patientId':'P','formId':'F','startedAt':'23/11/2026','answers':{}}",
                "bad-time           | /completedAt   | {'patientId':'P','formId':'F','completedAt':'+12026-11-23T10:00:00Z','answers':{}}",
                "bad-time           | /completedAt   | {'patientId':'P','formId':'F','completedAt':'9999-12-31T23:59:59-01:00','answers':{}}",
                "duplicate-key      | /formId        | {'patientId':'P','formId':'F','formId':'F','answers':{}}",
                "nul-character      | /answers/q     | {'patientId':'P','formId':'F','answers':{'q':'\\u0000'}}",
                "malformed-json     | /patientId     | {'patientId':'P'",
                "wrong-type         | ``             | ['P']",
            })
    void namesWhatIsWrongAndWhere(String code, String pointer, String body) {
        assertRefused(() -> read(body.replace('\'', '"')), 400, code, pointer);
    }

    @Test
    void refusesTooMuchOfAnything() {
        assertRefused(() -> read(withAnswer("\"" + "x".repeat(8_193) + "\"")), 400, "string-too-long", "/answers/q");
        assertRefused(() -> read(withAnswer("\"" + "中".repeat(2_731) + "\"")), 400, "string-too-long", "/answers/q");
        assertRefused(() -> read(withAnswer("1".repeat(101))), 400, "number-too-long", "/answers/q");
        assertRefused(() -> read(withAnswer("-1." + "1".repeat(98) + "e-11")), 400, "number-too-long", "/answers/q");
        assertRefused(() -> read(withAnswer("[".repeat(16) + "]".repeat(16))), 400, "too-deep");
        var many = String.join(",", Collections.nCopies(500, "1"));
        assertThat(SubmissionJson.isTooMany(
                        AnswerJson.toAnswers(read(withAnswer("[" + many + "]")).answers())))
                .isTrue();
        assertRefused(
                () -> read(FULL.replace("\"P1\"", "\"" + "P".repeat(201) + "\"")), 400, "text-too-long", "/patientId");
    }

    @Test
    void takesAsMuchAsIsAllowed() {
        var many = String.join(",", Collections.nCopies(499, "1"));
        assertThat(SubmissionJson.isTooMany(
                        AnswerJson.toAnswers(read(withAnswer("[" + many + "]")).answers())))
                .isFalse();
        assertThat(read(withAnswer("\"" + "x".repeat(8_192) + "\""))).isNotNull();
        assertThat(read(withAnswer("\"" + "中".repeat(2_730) + "xx\""))).isNotNull();
        assertThat(read(withAnswer("\"" + "😀".repeat(2_048) + "\""))).isNotNull();
        assertThat(read(withAnswer("-1." + "1".repeat(97) + "e-11"))).isNotNull();
    }

    @Test
    void hashesTheContentWithoutItsIdAndWithoutRegardToOrder() {
        var reference = read("{\"patientId\":\"P\",\"formId\":\"F\",\"answers\":{\"a\":1.0,\"b\":2}}")
                .contentHash();

        assertThat(
                        read("{\"answers\":{\"b\":2,\"a\":1.0}, \"formId\":\"F\", \"submissionId\":\"x\",\"patientId\":\"P\"}")
                                .contentHash())
                .isEqualTo(reference);
        assertThat(read("{\"patientId\":\"P\",\"formId\":\"F\",\"answers\":{\"a\":1,\"b\":2}}")
                        .contentHash())
                .isNotEqualTo(reference);
    }

    @Test
    void neverEchoesANameThatNoFormWouldHave() {
        assertRefused(
                () -> read("{\"patientId\":\"P\",\"formId\":\"F\",\"Zhang San, 13800138000\":1,\"answers\":{}}"),
                400,
                "unknown-member",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "138-0013-8000", "11010519491231002X", "440524188001010014"})
    void neverEchoesANameThatLooksPersonal(String name) {
        String member = "\"" + name + "\":1,";
        String start = "{\"patientId\":\"P\",\"formId\":\"F\",";

        assertRefused(() -> read(start + member + "\"answers\":{}}"), 400, "unknown-member", "");
        assertRefused(
                () -> read(start + "\"client\":{" + member + "\"os\":\"x\"},\"answers\":{}}"),
                400,
                "unknown-member",
                "/client");
        assertRefused(
                () -> read(start + "\"answers\":{" + member + member + "\"q\":1}}"), 400, "duplicate-key", "/answers");
    }

    private static SubmittedForm read(String body) {
        return Forms.read(body);
    }

    private static String withAnswer(String value) {
        return "{\"patientId\":\"P\",\"formId\":\"F\",\"answers\":{\"q\":" + value + "}}";
    }
}
