package epro.processing.form;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the demo can be published. */
class SampleFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"daily-symptoms", "vital-signs", "weekly-wellbeing"})
    void compile(String id) throws IOException {
        Path root = Path.of(System.getProperty("epro.root", ".."));
        byte[] source = Files.readAllBytes(root.resolve("tools/cli/src/main/resources/forms/" + id + ".json"));
        JsonValue questionnaire = StrictJson.read(source, Limits.STANDARD);

        assertThat(FormCompiler.compile(id, "1.0", questionnaire)).isInstanceOf(Compiled.Form.class);
    }
}
