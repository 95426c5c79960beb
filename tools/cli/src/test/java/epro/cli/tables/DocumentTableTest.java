package epro.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTableTest {

    @SuppressWarnings("unused")
    private static final Iterable<DocumentTable> TABLES = DocumentTable.ALL;

    @TempDir
    Path root;

    @ParameterizedTest
    @FieldSource("TABLES")
    void saysWhatIsRecorded(DocumentTable table) throws IOException {
        Path project = Workspace.find().root();
        assertThat(table.present(project)).as("./epro tables writes it").isEqualTo(table.expected(project));
    }

    @Test
    void isWrittenBetweenItsMarksAndLeavesTheRestAlone() throws IOException {
        DocumentTable table = new DocumentTable(
                "speed", "page.md", evidence -> evidence.path("speed").asString() + "\n");
        Path page = Files.createDirectories(root.resolve("docs/evidence")).resolveSibling("page.md");
        String before = "a\n<!-- speed: written by ./epro tables -->\nold\nolder\n<!-- end of speed -->\nz\n";
        Files.writeString(page, before);

        table.write(root);
        assertThat(page).hasContent(before.replace("old\nolder", "Nothing is recorded yet."));

        Files.writeString(root.resolve("docs/evidence/speed.json"), "{\"speed\":\"fast\"}");
        table.write(root);
        assertThat(page).hasContent(before.replace("old\nolder", "fast"));
        assertThat(table.present(root)).isEqualTo("fast\n");
    }

    @Test
    void findsNoPlaceWhereTheDocumentHasNone() {
        assertThatThrownBy(() -> new MarkedPart("speed", "x").in("text"))
                .hasMessageContaining("<!-- speed: written by x");
    }

    @Test
    void countsRunsByTheirFirstFaultAndLeavesOutThoseThatDoNotCount() {
        String text = ChaosTable.of(json("""
                {"seed": 7, "planned": 2, "clients": 500, "commit": "c0ffee", "runs": [
                  {"counted": true, "faults": [{"fault": "kill"}], "accepted": 10, "refused": 3, "unknown": 1,
                   "quietSeconds": 2.0, "violations": {"I1": 0},
                   "recoveries": [{"fault": "kill", "acceptedSeconds": 0.5, "recordedSeconds": null}]},
                  {"counted": true, "faults": [{"fault": "kill"}, {"fault": "cut"}], "accepted": 9, "refused": 0, "unknown": 0,
                   "quietSeconds": 8.25, "violations": {"I1": 1, "I2": 2},
                   "recoveries": [{"fault": "kill", "acceptedSeconds": 1.5, "recordedSeconds": null}, {"acceptedSeconds": 99}]},
                  {"counted": false, "faults": [{"fault": "cut"}], "accepted": 5, "refused": 0, "unknown": 0,
                   "quietSeconds": 1.0, "violations": {"I7": 1}}]}"""));

        assertThat(text)
                .startsWith(
                        "3 runs (2 planned) of seed 7 with 500 clients at c0ffee, of which 2 count (each fault was seen to happen); 24 submissions accepted, 4 violations.")
                .contains("| kill | 2 | 1 | 19 | 3 | 1 | 1.0 (1.5) |  | 5.1 (8.3) | 3 |\n")
                .doesNotContain("| cut |");
    }

    @Test
    void listsLanesRatiosAndGoals() {
        String text = BenchTable.of(json("""
                {"commit": "c0ffee", "rounds": 5,
                 "lanes": {"ours": {"perSecond": {"median": 1234.6, "min": 900.0, "max": 12.34}, "p50Ms": 0.3456, "p99Ms": 0,
                   "cpuMicros": {"server": 45.67}, "verified": false}},
                 "ratios": {"pace": 5.0},
                 "goals": [{"name": "fast", "goal": ">= 3", "measured": 2.5, "met": false}]}"""));

        assertThat(text)
                .startsWith("Measured at c0ffee; rounds: 5.\n")
                .contains("| `ours` | 1,235 (900 to 12.3) | 0.346 | 0 | server 45.7 | **no** |\n")
                .contains("| `pace` | 5 |\n")
                .endsWith("| `fast` | >= 3 | 2.50 | **no** |\n");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
