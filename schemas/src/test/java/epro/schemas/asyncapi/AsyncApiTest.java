package epro.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.schemas.TopicCatalogue;
import epro.schemas.TopicDefinition;
import epro.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final JsonNode DOCUMENT =
            new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());

    @Test
    void describesEveryTopicThatSomebodyWrites() {
        List<String> written = TopicCatalogue.all(1).stream()
                .map(TopicDefinition::name)
                .filter(name -> !name.equals(Topics.TRIAL_STATUS_CHANGES))
                .toList();
        assertThat(DOCUMENT.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asString()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @ParameterizedTest
    @MethodSource("describedMessages")
    void givesTheSchemaThatIsWritten(String message) throws IOException {
        Schema current = TopicCatalogue.all(1).stream()
                .flatMap(topic -> Stream.ofNullable(topic.schema()))
                .filter(schema -> schema.getName().equals(message))
                .findFirst()
                .orElseThrow();
        assertThat(schema(message).getFields())
                .extracting(Schema.Field::name)
                .containsExactlyElementsOf(
                        current.getFields().stream().map(Schema.Field::name).toList());
    }

    @ParameterizedTest
    @MethodSource("describedMessages")
    void givesExamplesThatFitTheirSchema(String message) throws IOException {
        JsonNode examples = messages().path(message).path("examples");
        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            Schema schema = schema(message);
            Object read = PlainJson.read(schema, example.path("payload"));
            assertThat(GenericData.get().validate(schema, read)).isTrue();
        }
    }

    @Test
    void wouldNotTakeAnExampleThatDoesNotFit() throws IOException {
        JsonNode payload =
                messages().path("AlertChanged").path("examples").get(0).path("payload");
        Schema schema = schema("AlertChanged");
        for (String field : List.of("state", "revision", "caseNumber")) {
            ObjectNode spoilt = ((ObjectNode) payload.deepCopy()).put(field, true);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PlainJson.read(schema, spoilt));
        }
    }

    /** Those with a schema. */
    private static Stream<String> describedMessages() {
        return messages()
                .propertyStream()
                .filter(message -> message.getValue().has("payload"))
                .map(message -> message.getKey());
    }

    private static JsonNode messages() {
        return DOCUMENT.path("components").path("messages");
    }

    private static Schema schema(String message) throws IOException {
        String file = messages().path(message).at("/payload/schema/$ref").asString();
        return new SchemaParser().parse(DOCS.resolve(file)).mainSchema();
    }
}
