package epro.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.evidence.Evidence;
import epro.e2e.Recording;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who checks the checker: each bug on a stack of its own. {@code -Depro.planted=NAME,…} plays only these. */
@Tag("planted")
@TestInstance(Lifecycle.PER_CLASS)
class PlantedBugsTest {

    private static final long SEED = 20_261_129;
    private static final String NAMED = System.getProperty("epro.planted", "");
    private static final List<String> CHOSEN = List.of(NAMED.split(",", -1));

    private final Workspace workspace = Workspace.find();
    private final List<PlantedBug> all = PlantedBug.all(workspace.root());
    private final List<String> played = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final Evidence evidence = Recording.of(PlantedBugsTest.class, "planted-bugs" + onlyThese());

    List<PlantedBug> bugs() {
        return NAMED.isEmpty()
                ? all
                : all.stream().filter(bug -> CHOSEN.contains(bug.name())).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void isFoundByTheJudge(PlantedBug bug, @TempDir Path folder) throws Exception {
        Path classes = Variant.compile(bug, workspace, folder);

        Optional<Found> result = new Hunt(bug, classes, SEED).play();
        played.add(bug.name());

        assertThat(result).as("%s is found by %s", bug, bug.foundBy()).isPresent();
        result.ifPresent(found::add);
    }

    /** A part of them is played again by a command that names the part. */
    private static String onlyThese() {
        return NAMED.isEmpty() ? "" : " -Depro.planted=" + NAMED;
    }

    @AfterAll
    void tellWhatWasFound() throws IOException {
        Path folder = Recording.isAskedFor() ? workspace.root().resolve("docs/evidence") : workspace.evidence();
        Object commit = evidence.sheet(Map.of()).get("commit");
        PlantedBugsFigures figures = PlantedBugsFigures.in(folder)
                .after(
                        played,
                        found.stream()
                                .map(one -> one.at(Objects.toString(commit, null)))
                                .toList());
        evidence.write(PlantedBugsFigures.NAME, figures);
        if (Recording.isAskedFor()) {
            Path document = workspace.root().resolve("docs/chaos.md");
            Files.writeString(
                    document, FoundTable.PLACE.exchanged(Files.readString(document), FoundTable.of(figures.bugs())));
        }
    }
}
