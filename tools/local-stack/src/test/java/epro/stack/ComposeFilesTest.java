package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    @TempDir
    private Path root;

    @BeforeEach
    void write() {
        files().write(() -> NOW);
    }

    @Test
    void givesEachVariableOfTheComposeFileAValue() throws IOException {
        String compose = Files.readString(Workspace.find().root().resolve("docker-compose.yml"));

        assertThat(variables().keySet())
                .containsAll(VARIABLE.matcher(compose)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void keepsPasswordsPortsAndKeysWhenItIsCalledAgain() {
        Map<String, String> before = variables();
        String key = PrivateFiles.read(root.resolve("compose/mounted/processing/signing-key.pem"));

        files().write(() -> NOW.plusSeconds(60));

        assertThat(variables()).isEqualTo(before);
        assertThat(PrivateFiles.read(root.resolve("compose/mounted/processing/signing-key.pem")))
                .isEqualTo(key);
    }

    @Test
    void showsAServiceNothingThatItDoesNotNeed() throws IOException {
        assertThat(names("intake")).containsExactly("token-key-set.json");
        assertThat(names("ae-model")).containsExactly("token-key-set.json");
        assertThat(names("processing")).containsExactly("service-token", "signing-key.pem", "token-key-set.json");
        assertThat(PrivateFiles.read(root.resolve("compose/mounted/intake/token-key-set.json")))
                .doesNotContain("\"d\"");
    }

    @Test
    void isReadByItsOwnerOnlyAndNobodyRunsAsRoot() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        String user = Files.getAttribute(root.resolve("compose/mounted/intake/token-key-set.json"), "unix:uid")
                .toString();
        assertThat(user).isNotEqualTo("0");
        assertThat(variables().get("EPRO_USER")).startsWith(user + ":");
    }

    @Test
    void saysWhereEverythingWillBe() {
        Map<String, String> endpoints =
                Endpoints.in(files().endpoints()).orElseThrow().values();

        assertThat(endpoints)
                .containsEntry(
                        "EPRO_INTAKE_URL", "http://127.0.0.1:" + variables().get("EPRO_PORT_8081"))
                .containsEntry("EPRO_KAFKA", "127.0.0.1:" + variables().get("EPRO_PORT_9092"))
                .containsKeys("EPRO_TOKEN_SUBMIT", "EPRO_MAILBOX_URL", "EPRO_JDBC_URL")
                .doesNotContainKey("EPRO_LAUNCHER_PID");
    }

    private ComposeFiles files() {
        return new ComposeFiles(root.resolve(".env"), root.resolve("compose"));
    }

    private Map<String, String> variables() {
        return Endpoints.in(files().variables()).orElseThrow().values();
    }

    private List<String> names(String service) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("compose/mounted").resolve(service))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
