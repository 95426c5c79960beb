package epro.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.schemas.TopicCatalogue;
import epro.schemas.Topics;
import java.io.IOException;
import java.lang.reflect.Field;
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
    void describesEveryTopic() {
        assertThat(DOCUMENT.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asString()))
                .containsExactlyInAnyOrderElementsOf(names());
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

    /** All that are typed in where names of topics are. */
    private static List<String> names() {
        return Stream.of(Topics.class.getFields()).map(AsyncApiTest::value).toList();
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
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
