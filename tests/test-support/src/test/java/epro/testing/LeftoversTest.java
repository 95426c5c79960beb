package epro.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path folder;

    @Test
    void removesTheFoldersOfProcessesThatHaveEnded() throws IOException {
        Path ended = Files.createDirectories(folder.resolve("999999999/logs"));
        Path running = Files.createDirectories(
                folder.resolve(Long.toString(ProcessHandle.current().pid())));
        Path other = Files.createDirectories(folder.resolve("notes"));

        new Leftovers(folder).remove();

        assertThat(ended.getParent()).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }

    @Test
    void mindsNoFolderThatIsNotThere() {
        Path nowhere = folder.resolve("nowhere");

        new Leftovers(nowhere).remove();

        assertThat(nowhere).doesNotExist();
    }
}
