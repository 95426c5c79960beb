package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    @TempDir
    private Path home;

    @Test
    void readsWhatItHasWritten() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("EPRO_KAFKA", "127.0.0.1:9092");
        values.put("EPRO_JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/epro?user=a&password=b=c");
        PrivateFiles.write(Endpoints.file(home), new Endpoints(values).text());

        assertThat(Endpoints.in(Endpoints.file(home))).contains(new Endpoints(values));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        PrivateFiles.write(Endpoints.file(home), "A=b\n");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Endpoints.file(home))))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        PrivateFiles.write(Endpoints.file(home), "A=b\n");
        PrivateFiles.write(Endpoints.file(home), "A=c\n");

        try (var files = Files.list(home.resolve("run"))) {
            assertThat(files).containsExactly(Endpoints.file(home));
        }
    }

    @Test
    void isEmptyWhereNoStackRuns() {
        assertThat(Endpoints.in(Endpoints.file(home))).isEmpty();
    }

    @Test
    void knowsWhetherItsLauncherLives() {
        long us = ProcessHandle.current().pid();

        assertThat(new Endpoints(Map.of("EPRO_LAUNCHER_PID", Long.toString(us))).alive())
                .isTrue();
        assertThat(new Endpoints(Map.of("EPRO_LAUNCHER_PID", "999999999")).alive())
                .isFalse();
        assertThat(new Endpoints(Map.of()).alive()).isFalse();
    }

    @Test
    void namesTheKeyThatIsMissing() {
        assertThatThrownBy(() -> new Endpoints(Map.of()).required("EPRO_SMTP")).hasMessageContaining("EPRO_SMTP");
    }

    @Test
    void showsNoTokenWhenPrinted() {
        assertThat(new Endpoints(Map.of("EPRO_TOKEN_OPS", "secret")).toString()).doesNotContain("secret");
    }
}
