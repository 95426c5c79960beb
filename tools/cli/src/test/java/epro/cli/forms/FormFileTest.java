package epro.cli.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFileTest {

    @TempDir
    private Path folder;

    @Test
    void takesIdAndVersionFromTheForm() throws IOException {
        FormFile form = read("{\"resourceType\":\"Questionnaire\",\"id\":\"sleep\",\"version\":\"1.0\"}");

        assertThat(form.id()).isEqualTo("sleep");
        assertThat(form.version()).isEqualTo("1.0");
    }

    @Test
    void fallsBackToTheEndOfTheUrl() throws IOException {
        FormFile form =
                read("{\"resourceType\":\"Questionnaire\",\"url\":\"https://forms.test/sleep\",\"version\":\"1.0\"}");

        assertThat(form.id()).isEqualTo("sleep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"resourceType\":\"Patient\",\"id\":\"x\",\"version\":\"1\"}",
                "{\"resourceType\":\"Questionnaire\",\"id\":\"x\"}",
                "{\"resourceType\":\"Questionnaire\",\"version\":\"1\"}"
            })
    void refusesWhatCantBePublished(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refused.class).hasMessageContaining("form.json");
    }

    private FormFile read(String json) throws IOException {
        return FormFile.read(Files.writeString(folder.resolve("form.json"), json));
    }
}
