package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;

/** The statement says what there is, and nothing that is not. */
class CapabilityStatementTest extends FhirTest {
    private static final String BASE = "/fhir/R4";

    @Test
    void isTrueOfTheServicesOwnMappings() {
        Set<String> stated = new TreeSet<>(Set.of("GET " + BASE + "/metadata"));
        for (JsonNode resource : statement().at("/rest/0/resource")) {
            for (JsonNode interaction : resource.path("interaction")) {
                assertThat(interaction.path("code").asString()).isEqualTo("create");
                stated.add("POST " + BASE + "/" + resource.path("type").asString());
            }
        }

        assertThat(stated)
                .isEqualTo(new TreeSet<>(
                        mappings().flatMap(CapabilityStatementTest::calls).toList()));
    }

    @Test
    void namesTheFormatsThatAreTaken() {
        Set<String> taken = new TreeSet<>();
        mappings()
                .flatMap(mapping -> mapping.getConsumesCondition().getConsumableMediaTypes().stream())
                .map(MediaType::toString)
                .forEach(taken::add);

        assertThat(taken).containsExactly("application/fhir+json", "application/json");
        assertThat(statement().path("format").valueStream().map(JsonNode::asString))
                .containsExactly("application/fhir+json", "json");
    }

    @Test
    void needsNoTokenAndHasWhatFhirAsksOfIt() {
        Answer answer = intake.send(at(BASE + "/metadata").build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json");
        JsonNode statement = answer.body();
        assertThat(statement.path("resourceType").asString()).isEqualTo("CapabilityStatement");
        assertThat(statement.path("fhirVersion").asString()).isEqualTo("4.0.1");
        assertThat(statement.path("kind").asString()).isEqualTo("instance");
        assertThat(statement.path("status").asString()).isEqualTo("active");
        assertThat(statement.path("date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(statement.at("/software/version").asString()).isNotEmpty();
        assertThat(statement.at("/implementation/description").asString()).isNotEmpty();
        assertThat(statement.at("/rest/0/mode").asString()).isEqualTo("server");
        assertThat(statement()).isEqualTo(statement);
    }

    private JsonNode statement() {
        return intake.send(at(BASE + "/metadata").build()).body();
    }

    private Stream<RequestMappingInfo> mappings() {
        return intake.mappings().keySet().stream()
                .filter(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/fhir")));
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }
}
