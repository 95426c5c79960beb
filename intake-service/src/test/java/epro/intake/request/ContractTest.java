package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.testing.JavaSources;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/openapi/intake.yaml says is what the service does, and the other way round. */
class ContractTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode CONTRACT = new YAMLMapper()
            .readTree(Path.of("..", "docs", "openapi", "intake.yaml").toFile());
    private static final JsonNode SUBMIT =
            CONTRACT.path("paths").path("/api/v1/submissions").path("post");
    private static final JsonNode CREATE =
            CONTRACT.path("paths").path("/fhir/R4/QuestionnaireResponse").path("post");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path JSON_SOURCES = Path.of("..", "schemas", "src", "main", "java", "epro", "schemas", "json");
    private static final Path FHIR = Path.of("epro", "intake", "fhir");

    /** Where the sources make a problem with a code. */
    private static final Pattern CODE = Pattern.compile(
            "(?:(?:badMember|bad|unprocessable|unavailable|invalid|InvalidJson)\\(|HttpStatus\\.[A-Z_]+,)\\s*\"([a-z0-9-]+)\"");

    private static final Path PROBLEMS =
            Path.of("..", "libraries", "service-support", "src", "main", "java", "epro", "support", "problem");

    /** Where they say what a status means that needs no code of its own. */
    private static final Pattern STANDARD = Pattern.compile("entry\\(\\d+, \"([a-z0-9-]+)\"");

    /** Of those, what nobody meets who sends a submission, however badly. */
    private static final Set<String> NOT_HERE = Set.of("not-found", "uri-too-long");

    /** Those of many submissions at once. */
    private static final Set<String> OF_BATCHES = Set.of("empty-batch", "too-many-lines", "too-many-batches");

    static Stream<String> examples() {
        return example("application/json").map(example -> JSON.writeValueAsString(example.path("value")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsExamplesAreTaken(String body) {
        Answer answer = send("application/json", body);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(202);
        assertDescribed(answer, "202", answer.body());
    }

    @Test
    void itsBatchIsAnsweredLineByLine() {
        Answer answer = send(
                "application/x-ndjson",
                example("application/x-ndjson")
                        .findFirst()
                        .orElseThrow()
                        .path("value")
                        .asString());

        List<JsonNode> lines = answer.raw().lines().map(JSON::readTree).toList();
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(202, 400);
        lines.forEach(line -> assertDescribed(answer, "207", line));
    }

    @ParameterizedTest
    @MethodSource("epro.intake.request.BadBodies#all")
    void itKnowsEveryRefusal(BadBodies.Bad bad) {
        Answer answer = intake.send(request("application/json")
                .POST(BodyPublishers.ofByteArray(bad.body()))
                .build());

        String status = Integer.toString(answer.status());
        assertThat(codes(SUBMIT.path("responses").path(status))).contains(answer.text("code"));
        assertDescribed(answer, status, answer.body());
    }

    @Test
    void itListsTheCodesThatThereAreAndNoOthers() {
        Set<String> shared = made(source -> !source.startsWith(SOURCES.resolve(FHIR)));
        assertThat(listed(SUBMIT)).isEqualTo(shared);

        Set<String> fhir = made(_ -> true);
        fhir.removeAll(OF_BATCHES);
        assertThat(listed(CREATE)).isEqualTo(fhir);
    }

    @Test
    void itsFhirExampleIsTaken() {
        JsonNode content = CREATE.path("requestBody").path("content").path("application/fhir+json");
        for (JsonNode example : content.path("examples")) {
            Answer answer = intake.send(request("application/fhir+json")
                    .uri(intake.address("/fhir/R4/QuestionnaireResponse"))
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(example.path("value"))))
                    .build());

            assertThat(answer.status()).as(answer.raw()).isEqualTo(202);
            assertDescribed(CREATE.path("responses").path("202"), answer, answer.body());
        }
    }

    private static Set<String> listed(JsonNode operation) {
        Set<String> listed = new TreeSet<>();
        operation.path("responses").forEach(response -> listed.addAll(codes(response)));
        return listed;
    }

    private static Set<String> made(Predicate<Path> source) {
        Set<String> made = new TreeSet<>(codesIn(PROBLEMS, STANDARD, source));
        assertThat(made).containsAll(NOT_HERE);
        made.removeAll(NOT_HERE);
        made.addAll(codesIn(SOURCES, CODE, source));
        made.addAll(codesIn(JSON_SOURCES, CODE, source));
        return made;
    }

    private static Stream<JsonNode> example(String type) {
        return SUBMIT.path("requestBody")
                .path("content")
                .path(type)
                .path("examples")
                .valueStream();
    }

    private static List<String> codes(JsonNode response) {
        return response.path("x-codes").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> codesIn(Path sources, Pattern code, Predicate<Path> source) {
        return JavaSources.under(sources).entrySet().stream()
                .filter(file -> source.test(file.getKey()))
                .flatMap(file -> code.matcher(file.getValue()).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static void assertDescribed(Answer answer, String status, JsonNode body) {
        assertDescribed(SUBMIT.path("responses").path(status), answer, body);
    }

    /** Its headers are there, and its members are those of the schema. */
    private static void assertDescribed(JsonNode response, Answer answer, JsonNode body) {
        response.path("headers")
                .propertyNames()
                .forEach(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
        String reference = response.path("content")
                .path(answer.header("Content-Type"))
                .path("schema")
                .path("$ref")
                .asString();
        JsonNode schema = CONTRACT.at(reference.substring(1));
        assertThat(schema.path("properties").propertyNames()).containsAll(body.propertyNames());
        assertThat(body.propertyNames())
                .containsAll(schema.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private Answer send(String type, String body) {
        return intake.send(request(type).POST(BodyPublishers.ofString(body)).build());
    }
}
