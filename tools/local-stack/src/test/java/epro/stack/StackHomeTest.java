package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    private Path folder;

    @Test
    void hasOneStackAtATime() {
        try (StackHome _ = open("home", null)) {
            assertThatThrownBy(() -> open("home", null))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("already runs");
        }
        open("home", null).close();
    }

    @Test
    void sharesItsDataWithNoOtherStack() {
        Path data = folder.resolve("data");
        try (StackHome _ = open("one", data)) {
            assertThatThrownBy(() -> open("two", data)).hasMessageContaining("Another stack uses the data");
        }
        open("two", data).close();
    }

    @Test
    void removesFreshDataAtTheEnd() {
        StackHome home = open("home", null);
        assertThat(home.data()).isDirectory();

        home.close();
        assertThat(home.data()).doesNotExist();
    }

    @Test
    void keepsNamedData() {
        StackHome home = open("home", folder.resolve("data"));
        home.close();

        assertThat(home.data()).isDirectory();
    }

    @Test
    void removesWhatAKilledStackLeft() throws IOException {
        Path left = Files.createDirectories(folder.resolve("home/data-1/postgres"));
        Files.createDirectories(folder.resolve("home/run"));
        Files.writeString(Endpoints.file(folder.resolve("home")), "EPRO_KAFKA=gone");

        try (StackHome home = open("home", null)) {
            assertThat(left.getParent()).doesNotExist();
            assertThat(home.endpoints()).doesNotExist();
        }
    }

    private StackHome open(String name, @Nullable Path data) {
        Path home = folder.resolve(name);
        return new StackHome(new Plan(
                new Workspace(folder), home, data, Set.of(), 1, 1, Map.of(), false, false, Map.of(), Progress.SILENT));
    }
}
