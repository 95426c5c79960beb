package epro.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    record Figures(int zebras, @Nullable Map<String, Integer> apes) {}

    @TempDir
    Path root = Path.of("");

    @Test
    void beginsWithWhereAndWhenAndKeepsTheOrderOfTheFigures() throws IOException {
        Path file = Evidence.begin(root, "./epro demo --once", NOON).write("demo", new Figures(3, null));

        JsonNode sheet = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(file).isEqualTo(root.resolve(".epro/evidence/demo.json"));
        assertThat(sheet.propertyNames())
                .containsExactly("command", "commit", "startedAt", "seconds", "machine", "zebras", "apes");
        assertThat(sheet.get("machine").propertyNames()).containsExactly("cpu", "cores", "memoryMiB", "kernel", "java");
        assertThat(sheet.get("startedAt").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(sheet.get("apes").isNull()).isTrue();
    }

    @Test
    void namesNoCommitWhereThereIsNone() {
        assertThat(Evidence.begin(root, "x", NOON).sheet(Map.of())).containsEntry("commit", null);
    }

    @Test
    void recordsACleanWorkTreeOnly() throws Exception {
        git("init", "-q");
        Files.writeString(root.resolve("a"), "a");
        assertThatThrownBy(() -> Evidence.beginRecorded(root, "x", NOON)).isInstanceOf(Refused.class);

        git("add", "a");
        git("-c", "user.name=n", "-c", "user.email=n@localhost", "commit", "-q", "-m", "Add a");
        Path file = Evidence.beginRecorded(root, "x", NOON).write("demo", Map.of());
        assertThat(file).isEqualTo(root.resolve("docs/evidence/demo.json"));

        Files.writeString(root.resolve("a"), "b");
        assertThatThrownBy(() -> Evidence.beginRecorded(root, "x", NOON)).hasMessageContaining("clean work tree");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
