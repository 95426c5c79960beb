package epro.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoundTableTest {

    private static final Path ROOT = Workspace.find().root();

    @Test
    void hasARowForEachBug() {
        Found bug = new Found("late", "answers late", null, "kill-intake", 1, 2, Map.of("I1", 3L));

        assertThat(FoundTable.of(List.of(bug)))
                .endsWith("|---|---|---|---|\n| answers late | I1 | kill-intake | 2 |\n");
    }

    @Test
    void takesThePlaceOfTheOneThatStoodThere() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/chaos.md"));

        assertThat(FoundTable.PLACE.in(FoundTable.PLACE.exchanged(document, "new\n")))
                .isEqualTo("new\n");
    }

    @Test
    void saysWhatWasRecorded() throws IOException {
        assertThat(FoundTable.PLACE.in(Files.readString(ROOT.resolve("docs/chaos.md"))))
                .isEqualTo(FoundTable.of(recorded()));
    }

    @Test
    void tellsOfAllBugs() throws IOException {
        assertThat(recorded())
                .extracting(Found::bug)
                .containsExactlyElementsOf(
                        PlantedBug.all(ROOT).stream().map(PlantedBug::name).toList());
    }

    private static List<Found> recorded() throws IOException {
        return PlantedBugsFigures.in(ROOT.resolve("docs/evidence")).bugs();
    }
}
