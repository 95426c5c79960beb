package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The simulator answers as docs/openapi/regulator.yaml says. */
class ContractTest {

    private static final JsonNode CONTRACT = new YAMLMapper()
            .readTree(Path.of("..", "..", "docs", "openapi", "regulator.yaml").toFile());

    @ParameterizedTest
    @CsvSource({"CTR20260001,'',200", "CTR1,'',404", "CTR20260001,busy=1,429", "CTR20260001,server-error=1,5XX"})
    void answersAsDescribed(String number, String errors, String status) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(number, errors);
        JsonNode described = CONTRACT.path("paths")
                .path("/api/v1/trials/{registrationNumber}")
                .path("get")
                .path("responses")
                .path(status);
        assertThat(Integer.toString(answer.statusCode())).matches(status.replace("X", "\\d"));
        described
                .path("headers")
                .propertyNames()
                .forEach(name -> assertThat(answer.headers().firstValue(name)).isPresent());
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        String schema =
                described.path("content").path(type).path("schema").path("$ref").asString();
        JsonNode properties = CONTRACT.at(schema.substring(1)).path("properties");
        assertThat(Caller.json(answer).propertyNames())
                .containsExactlyInAnyOrderElementsOf(properties.propertyNames())
                .containsAll(List.copyOf(required(schema)));
    }

    private static List<String> required(String schema) {
        return CONTRACT.at(schema.substring(1))
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static HttpResponse<String> answer(String number, String errors) throws IOException, InterruptedException {
        RegulatorSettings settings =
                RegulatorSettings.of(Map.of("REGULATOR_LATENCY", "0ms", "REGULATOR_ERRORS", errors));
        try (Regulator regulator = Regulator.start(settings, new MadeUpRegister(20, 1));
                Caller caller = new Caller(regulator)) {
            return caller.trial(number);
        }
    }
}
