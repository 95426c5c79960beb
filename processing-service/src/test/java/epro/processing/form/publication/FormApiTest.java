package epro.processing.form.publication;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishing and reading forms over HTTP, against a real database. */
class FormApiTest {
    private final String id = "form-" + UUID.randomUUID();
    private final Http ops = FormsApi.as(StandardRole.OPS);

    @Test
    void publishesOnceAndForGood() {
        HttpResponse<String> first = put("1", FormsApi.form("Pain"));
        HttpResponse<String> same = put("1", " " + FormsApi.form("Pain").replace(",", " , "));
        HttpResponse<String> other = put("1", FormsApi.form("Mood"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/api/v1/forms/" + id + "/versions/1");
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(json(same)).isEqualTo(json(first));
        assertProblem(other, 409, "form-version-exists");
        assertThat(json(ops.get(path("1"))).path("title").asString()).isEqualTo("Pain");
    }

    @Test
    void auditsAPublicationOnceWithItsHash() {
        JsonNode published = json(put("1", FormsApi.form("Pain")));
        put("1", FormsApi.form("Pain"));

        assertThat(RunningProcessing.superuser()
                        .sql("SELECT actor || ' ' || content_hash FROM audit_entry"
                                + " WHERE lane = 'operations' AND action = 'FORM_PUBLISHED' AND entity = ?")
                        .param("form/" + id + "/versions/1")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("local-ops " + published.path("contentHash").asString());
    }

    @Test
    void letsOneOfManyAtTheSameTimeBeTheFirst() {
        var answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> put("1", FormsApi.form("Form " + number % 2)).statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .containsOnlyOnce(201)
                .containsOnly(200, 201, 409);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        HttpResponse<String> answer = put("1", """
                {"resourceType":"Questionnaire","version":"2","item":[
                  {"linkId":"a","type":"group"},{"linkId":"a","type":"text","enableWhen":[]}]}""");

        assertProblem(answer, 422, "form-invalid");
        assertThat(json(answer)
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("path").asString() + " "
                                + fault.path("code").asString()))
                .containsExactly(
                        "version version-mismatch",
                        "item[0].item no-items",
                        "item[1].linkId duplicate-link-id",
                        "item[1].enableWhen no-conditions");
        assertProblem(ops.get(path("1")), 404, "not-found");
    }

    @Test
    void refusesWhatIsNoStrictJsonOrTooLarge() {
        assertProblem(put("1", "{\"a\":1,\"a\":2}"), 400, "duplicate-key");
        assertProblem(put("1", "{"), 400, "malformed-json");
        assertProblem(put("1", "\"" + "x".repeat(1 << 20) + "\""), 413, "body-too-large");
        assertProblem(
                ops.send("PUT", path("1"), BodyPublishers.ofString("<Questionnaire/>"), "application/fhir+xml"),
                415,
                "unsupported-media-type");
    }

    @Test
    void takesAndGivesFhirJson() {
        HttpResponse<String> published = ops.send(
                "PUT", path("1"), BodyPublishers.ofString(FormsApi.form("Schmerz täglich")), "application/fhir+json");
        HttpResponse<String> read = ops.get(path("1"));

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        assertThat(read.headers().firstValue("ETag").orElse(""))
                .contains(json(published).path("contentHash").asString());
        assertThat(json(read).path("title").asString()).isEqualTo("Schmerz täglich");
    }

    @Test
    void listsVersionsInParts() {
        for (String version : new String[] {"1", "3", "2"}) {
            put(version, FormsApi.form("Version " + version));
        }
        JsonNode first = json(ops.get("/api/v1/forms/" + id + "?limit=2"));
        JsonNode second = json(ops.get(
                "/api/v1/forms/" + id + "?limit=2&cursor=" + first.path("next").asString()));

        assertThat(first.path("items")
                        .valueStream()
                        .map(item -> item.path("version").asString()))
                .containsExactly("1", "3");
        assertThat(second.path("items")
                        .valueStream()
                        .map(item -> item.path("version").asString()))
                .containsExactly("2");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(json(ops.get("/api/v1/forms?limit=500")).path("items").size())
                .isGreaterThanOrEqualTo(3);
        assertProblem(ops.get("/api/v1/forms?limit=501"), 400, "invalid-limit");
        assertProblem(ops.get("/api/v1/forms?cursor=x"), 400, "invalid-cursor");
        assertProblem(ops.get("/api/v1/forms/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void letsOnlyPublishersPublishAndOnlyStaffRead() {
        assertProblem(FormsApi.as(StandardRole.CRC).put(path("1"), FormsApi.form("Pain")), 403, "forbidden");
        assertThat(FormsApi.as(StandardRole.CRC).get("/api/v1/forms").statusCode())
                .isEqualTo(200);
        assertProblem(FormsApi.as(StandardRole.SUBMIT).get("/api/v1/forms"), 403, "forbidden");
        assertProblem(FormsApi.asNobody().get("/api/v1/forms"), 401, "unauthenticated");
    }

    private HttpResponse<String> put(String version, String form) {
        return ops.put(path(version), form);
    }

    private String path(String version) {
        return FormsApi.path(id, version);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
