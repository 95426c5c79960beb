package epro.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class DataFilesTest {

    @TempDir
    private Path root;

    @Test
    void findsWhatLiesWhereTheEnvironmentSays() throws IOException {
        Path file = Files.createFile(
                Files.createDirectory(root.resolve("elsewhere")).resolve("forms.csv"));

        assertThat(data(Map.of("EPRO_DATA", "elsewhere")).path("forms.csv")).isEqualTo(file);
    }

    @Test
    void skipsWhatIsAbsent() {
        assertThatThrownBy(() -> data(Map.of("EPRO_DATA", "elsewhere")).path("forms.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("elsewhere/forms.csv");
    }

    @Test
    void failsForWhatIsAbsentWhereNothingMayBeSkipped() {
        Map<String, String> environment = Map.of("EPRO_DATA", "elsewhere", "EPRO_NO_SKIP", "1");

        assertThatThrownBy(() -> data(environment).path("forms.csv")).isInstanceOf(AssertionFailedError.class);
    }

    private DataFiles data(Map<String, String> environment) {
        return DataFiles.of(environment, root);
    }
}
