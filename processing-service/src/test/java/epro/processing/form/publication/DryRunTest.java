package epro.processing.form.publication;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are tried on a form and leave nothing behind. */
class DryRunTest {
    private static final String FORM = """
            {"resourceType":"Questionnaire","item":[
              {"linkId":"pain","type":"integer","required":true},
              {"linkId":"where","type":"string","enableWhen":[{"question":"pain","operator":">","answerInteger":0}]},
              {"linkId":"note","type":"string","maxLength":3,
               "extension":[{"url":"urn:epro:violation-severity","valueCode":"warning"}]}]}""";

    private final String id = "form-" + UUID.randomUUID();
    private final Http ops = FormsApi.as(StandardRole.OPS);

    @BeforeEach
    void publish() {
        FormsApi.publish(id, "1", FORM);
    }

    @Test
    void saysWhatWouldBeStored() {
        JsonNode answer = json(validate("""
                {"patientId":"P-1","formId":"%s","formVersion":"1","answers":{"pain":"３","where":"head","note":"long"}}""".formatted(id)));

        assertThat(answer.path("outcome").asString()).isEqualTo("STORED");
        assertThat(answer.path("reasons").toString())
                .isEqualTo(
                        "[{\"code\":\"too-long\",\"message\":\"At most 3 characters are allowed.\",\"path\":\"note\",\"severity\":\"warning\"}]");
        assertThat(answer.path("cleaned").toString())
                .isEqualTo("[{\"after\":\"3\",\"before\":\"３\",\"path\":\"pain\",\"rule\":\"ascii-digits\"},"
                        + "{\"after\":3,\"before\":\"3\",\"path\":\"pain\",\"rule\":\"number\"}]");
    }

    @Test
    void saysWhatWouldBeRejected() {
        JsonNode answer = json(validate("{\"answers\":{\"pain\":0,\"where\":\"head\",\"x\":1}}"));

        assertThat(answer.path("outcome").asString()).isEqualTo("REJECTED");
        assertThat(answer.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("path").asString() + " "
                                + reason.path("code").asString()))
                .containsExactly("where disabled-item", "x unknown-item");
        assertThat(answer.path("cleaned").toString()).isEqualTo("[]");
    }

    @Test
    void leavesNothingBehind() {
        validate("{\"answers\":{\"pain\":3}}");
        validate("{\"answers\":{}}");

        assertThat(count("submission WHERE form_id = ?", id)).isZero();
        assertThat(count("audit_entry WHERE entity LIKE ?", "form/" + id + "%"))
                .as("the publication alone")
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                | malformed-json   |
            {"answers":{"a":1,"a":2}}        | duplicate-key    |
            {"answers":{}} {}                | trailing-content |
            []                               | wrong-type       | ``
            {}                               | missing-member   | /answers
            {"answers":null}                 | wrong-type       | /answers
            {"answers":[]}                   | wrong-type       | /answers
            {"answers":{},"answer":{}}       | unknown-member   | ``
            {"answers":{},"formId":"other"}  | form-mismatch    | /formId
            {"answers":{},"formVersion":"2"} | form-mismatch    | /formVersion
            {"answers":{},"formVersion":1}   | form-mismatch    | /formVersion
            {"answers":{"a":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}} | too-deep |
            """)
    void refusesWhatIsNoSubmission(String body, String code, @Nullable String pointer) {
        HttpResponse<String> answer = validate(body);

        assertProblem(answer, 400, code);
        assertThat(json(answer).path("pointer").asString(null)).isEqualTo(pointer);
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertProblem(validate("{\"answers\":{\"pain\":[1" + ",1".repeat(500) + "]}}"), 400, "too-many-answers");
        assertProblem(validate(" ".repeat(64 * 1024) + "{\"answers\":{}}"), 413, "body-too-large");
        assertProblem(
                ops.send("POST", path("1"), BodyPublishers.ofString("<answers/>"), "application/xml"),
                415,
                "unsupported-media-type");
    }

    @Test
    void knowsOnlyPublishedFormsAndWhoMayPublish() {
        assertProblem(ops.post(path("2"), "{\"answers\":{}}"), 404, "not-found");
        assertProblem(FormsApi.as(StandardRole.CRC).post(path("1"), "{\"answers\":{\"pain\":1}}"), 403, "forbidden");
        assertProblem(FormsApi.asNobody().post(path("1"), "{\"answers\":{\"pain\":1}}"), 401, "unauthenticated");
    }

    private HttpResponse<String> validate(String body) {
        return ops.post(path("1"), body);
    }

    private String path(String version) {
        return FormsApi.path(id, version) + "/validate";
    }

    private static long count(String rows, String parameter) {
        return RunningProcessing.superuser()
                .sql("SELECT count(*) FROM " + rows)
                .param(parameter)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
