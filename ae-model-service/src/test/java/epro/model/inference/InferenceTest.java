package epro.model.inference;

import static org.assertj.core.api.Assertions.assertThat;

import epro.model.ModelApplication;
import epro.stack.Tokens;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol as a client sees it, against the running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InferenceTest {
    private static final String INFER = "/v2/models/ae-lexicon/infer";

    private ConfigurableApplicationContext service;
    private Tokens tokens;

    @BeforeAll
    void start(@TempDir Path folder) {
        tokens = Tokens.in(folder, InstantSource.system());
        service = new SpringApplicationBuilder(ModelApplication.class)
                .properties(Map.of("epro.auth.issuer", Tokens.ISSUER, "epro.auth.jwks", tokens.keySet()))
                .run("--server.port=0", "--management.server.port=0");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void answersProbesWithoutAToken() {
        assertThat(http(null).get("/v2/health/live").statusCode()).isEqualTo(200);
        assertThat(http(null).get("/v2/health/ready").body()).isEqualTo("{\"ready\":true}");
        assertThat(http(null).get("/v2/models/ae-lexicon").statusCode()).isEqualTo(401);
    }

    @Test
    void describesItselfAndItsTensors() {
        JsonNode model = json(asked().get("/v2/models/ae-lexicon"));
        assertThat(model.path("name").asString()).isEqualTo("ae-lexicon");
        assertThat(model.path("versions").path(0).asString()).isEqualTo(LexiconModel.VERSION);
        assertThat(model.path("inputs").path(0).path("datatype").asString()).isEqualTo("BYTES");
        assertThat(model.path("outputs")).hasSize(2);
        assertThat(asked().get("/v2").body()).contains("ae-model-service");
        assertThat(asked().get("/v2/models/ae-lexicon/versions/" + LexiconModel.VERSION + "/ready")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsABatchInOrderAndSaysWhichVersionRead() {
        JsonNode answer =
                json(asked().post(INFER, request("I have had chest pain since this morning.", "All fine today.")));
        assertThat(answer.path("model_version").asString()).isEqualTo(LexiconModel.VERSION);
        assertThat(answer.path("id").asString()).isEqualTo("r-1");
        JsonNode scores = answer.path("outputs").path(0);
        assertThat(scores.path("shape").path(0).asInt()).isEqualTo(2);
        assertThat(scores.path("data").path(0).asDouble()).isGreaterThan(0.5);
        assertThat(scores.path("data").path(1).asDouble()).isZero();
        assertThat(answer.path("outputs").path(1).path("data").path(0).asString())
                .contains("\"code\":\"chest-pain\"");
        assertThat(answer.path("outputs").path(1).path("data").path(1).asString())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"我从早上开始胸痛, zh, chest-pain", "没有胸痛, zh, ''", "no chest pain at all, en, ''"})
    void respectsLanguageAndNegation(String text, String language, String code) {
        String body = """
                {"inputs":[{"name":"text","shape":[1],"datatype":"BYTES","data":["%s"]},
                           {"name":"language","shape":[1],"datatype":"BYTES","data":["%s"]}],
                 "outputs":[{"name":"terms"}]}""".formatted(text, language);
        JsonNode outputs = json(asked().post(INFER, body)).path("outputs");
        assertThat(outputs).hasSize(1);
        String terms = outputs.path(0).path("data").path(0).asString();
        assertThat(terms).contains(code);
        assertThat(terms.equals("[]")).isEqualTo(code.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 400",
                "[] | 400",
                "{\"inputs\":[]} | 400",
                "{\"inputs\":[{\"name\":\"text\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"secret words\"]}]} | 400",
                "{\"inputs\":[{\"name\":\"text\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[1.0]}]} | 400",
                "{\"inputs\":[{\"name\":\"text\",\"shape\":[1],\"datatype\":\"BYTES\",\"data\":[1]}]} | 400",
                "{\"inputs\":[{\"name\":\"text\",\"shape\":[0],\"datatype\":\"BYTES\",\"data\":[]}]} | 400"
            })
    void refusesWhatTheProtocolDoesNotAllowAndQuotesNothing(String body, int status) {
        HttpResponse<String> answer = asked().post(INFER, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asString()).isNotBlank().doesNotContain("secret");
    }

    @Test
    void refusesMoreTextsOrBytesThanItTakesAndModelsThatItDoesNotHave() {
        String[] many = IntStream.rangeClosed(0, InferenceRequest.TEXTS_MAX)
                .mapToObj(i -> "x")
                .toArray(String[]::new);
        assertThat(asked().post(INFER, request(many)).statusCode()).isEqualTo(400);
        assertThat(asked().post(INFER, request("x".repeat(1 << 20))).statusCode())
                .isEqualTo(413);
        assertThat(asked().post("/v2/models/other/infer", request("x")).statusCode())
                .isEqualTo(404);
        assertThat(asked().get("/v2/models/ae-lexicon/versions/0").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesACallerWhoMayNotAsk() {
        String token = tokens.staff("crc", List.of("crf:read"), List.of("*"), Duration.ofMinutes(5));
        assertThat(http(token).post(INFER, request("x")).statusCode()).isEqualTo(403);
    }

    private Http asked() {
        return http(tokens.service(Duration.ofMinutes(5)));
    }

    private Http http(@Nullable String token) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new Http(URI.create("http://127.0.0.1:" + port), token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String request(String... texts) {
        String data =
                java.util.Arrays.stream(texts).map(text -> '"' + text + '"').collect(Collectors.joining(","));
        return """
                {"id":"r-1","inputs":[{"name":"text","shape":[%d],"datatype":"BYTES","data":[%s]}]}""".formatted(texts.length, data);
    }
}
