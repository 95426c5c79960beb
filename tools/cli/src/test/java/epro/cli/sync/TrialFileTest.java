package epro.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsNdjsonFromCsvByTheFirstCharacter() throws IOException {
        assertThat(TrialFile.of(written("\n {\"registrationNumber\":\"A\"}")).type())
                .isEqualTo("application/x-ndjson");
        assertThat(TrialFile.of(written("registrationNumber\nA")).type()).isEqualTo("text/csv");
        assertThat(TrialFile.of(written("")).type()).isEqualTo("text/csv");
    }

    @Test
    void readsEachNumberOnce() throws IOException {
        Path file = written("""
                {"registrationNumber":"A"}

                {"registrationNumber":"B/1","x":1}
                {"registrationNumber":"A"}
                """);
        assertThat(TrialFile.of(file).registrationNumbers()).containsExactly("A", "B/1");
        assertThat(TrialFile.of(written("sponsor,registration_no\n\"One, two\",A\nThree, B \n"))
                        .registrationNumbers())
                .containsExactly("A", "B");
    }

    @Test
    void unpacks() throws IOException {
        Path file = folder.resolve("trials.csv.gz");
        try (OutputStream content = new GZIPOutputStream(Files.newOutputStream(file))) {
            content.write("registrationNumber\nA".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TrialFile.of(file).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("registrationNumber\nA");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> TrialFile.of(folder));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> TrialFile.of(folder.resolve("nowhere.csv")));
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("trials"), content);
    }
}
