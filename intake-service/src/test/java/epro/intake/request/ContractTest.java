package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.Contract;
import epro.intake.IntakeTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What docs/openapi/intake.yaml says can be sent is taken, at the paths that it names. What it says of answers, any answer in any
 * test is held against.
 */
class ContractTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUBMIT = "/api/v1/submissions";
    private static final String CREATE = "/fhir/R4/QuestionnaireResponse";

    static Stream<String> examples() {
        return examples(SUBMIT, "application/json").map(JSON::writeValueAsString);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsExamplesAreTaken(String body) {
        assertTaken(SUBMIT, "application/json", body);
    }

    @Test
    void itsBatchIsAnsweredLineByLine() {
        Answer answer = send(
                SUBMIT,
                "application/x-ndjson",
                examples(SUBMIT, "application/x-ndjson")
                        .findFirst()
                        .orElseThrow()
                        .asString());

        List<JsonNode> lines = answer.raw().lines().map(JSON::readTree).toList();
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(202, 400);
    }

    @Test
    void itsFhirExamplesAreTaken() {
        List<JsonNode> examples = examples(CREATE, "application/fhir+json").toList();
        assertThat(examples).isNotEmpty();
        examples.forEach(example -> assertTaken(CREATE, "application/fhir+json", JSON.writeValueAsString(example)));
    }

    @Test
    void itHasThePathsAndMethodsThatThereAre() {
        Set<String> mapped = new TreeSet<>();
        intake.mappings().keySet().stream().flatMap(ContractTest::calls).forEach(mapped::add);

        assertThat(mapped).isEqualTo(Contract.calls());
    }

    /** The page of errors answers what was refused at another path, and takes no requests. */
    private static Stream<String> calls(RequestMappingInfo mapping) {
        assertThat(mapping.getMethodsCondition().getMethods().isEmpty())
                .as(mapping.toString())
                .isEqualTo(mapping.getPatternValues().contains("/error"));
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static Stream<JsonNode> examples(String path, String type) {
        return Contract.described(path)
                .path("requestBody")
                .path("content")
                .path(type)
                .path("examples")
                .valueStream()
                .map(example -> example.path("value"));
    }

    private void assertTaken(String path, String type, String body) {
        Answer answer = send(path, type, body);
        assertThat(answer.status()).as(answer.raw()).isEqualTo(202);
    }

    private Answer send(String path, String type, String body) {
        return intake.send(request(type)
                .uri(intake.address(path))
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
