package epro.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {

    private static final String CONTENT = "one\n\n  \ntwo\nthree";

    @TempDir
    private Path folder;

    @Test
    void countsAndNumbersLinesThatAreNotBlank() throws IOException, InterruptedException {
        LineFile file = LineFile.of(Files.writeString(folder.resolve("plain"), CONTENT));

        assertThat(file.lines()).isEqualTo(3);
        assertThat(read(file)).containsExactly("1 one", "4 two", "5 three");
    }

    @Test
    void readsGzipAsTheSameContentWhateverItsName() throws IOException, InterruptedException {
        Path packed = folder.resolve("packed");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(CONTENT.getBytes(StandardCharsets.UTF_8));
        }
        LineFile plain = LineFile.of(Files.writeString(folder.resolve("plain"), CONTENT));

        assertThat(LineFile.of(packed).sha256()).isEqualTo(plain.sha256());
        assertThat(read(LineFile.of(packed))).isEqualTo(read(plain));
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        assertThat(LineFile.of(Files.createFile(folder.resolve("empty"))).lines())
                .isZero();
    }

    private static List<String> read(LineFile file) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        file.forEach((number, line) -> lines.add(number + " " + line));
        return lines;
    }
}
