package epro.schemas.gate;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.TopicCatalogue;
import epro.schemas.TopicDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHistoryTest {

    private static final Path HISTORY = Path.of("history");

    @ParameterizedTest
    @MethodSource("topicsWithASchema")
    void everyTopicsSchemaMayFollowAllThatWereReleased(TopicDefinition topic) {
        List<Schema> released = released(topic.name());

        assertThat(released).as("released versions of " + topic.name()).isNotEmpty();
        assertThat(CompatibilityGate.check(topic.valueSchema().orElseThrow(), released))
                .as(topic.name())
                .isEmpty();
    }

    static Stream<TopicDefinition> topicsWithASchema() {
        return TopicCatalogue.all(1).stream()
                .filter(topic -> topic.valueSchema().isPresent());
    }

    private static List<Schema> released(String topic) {
        try (Stream<Path> files = Files.walk(HISTORY.resolve(topic))) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(SchemaHistoryTest::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
