package epro.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Fault;
import epro.cli.chaos.fault.Faults;
import epro.cli.chaos.judge.Invariant;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the bugs can still be planted, without a stack. */
@Tag("slow")
class PlantingTest {

    private static final Workspace WORKSPACE = Workspace.find();

    static List<PlantedBug> bugs() {
        return PlantedBug.all(WORKSPACE.root());
    }

    @Test
    void thereAreEleven() {
        assertThat(bugs()).hasSize(11);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void eachAppliesToTheSourcesAndCompiles(PlantedBug bug, @TempDir Path folder) throws IOException {
        assertThat(Variant.compile(bug, WORKSPACE, folder)).isDirectoryRecursivelyContaining("glob:**.class");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void eachNamesScenariosAndInvariantsThatThereAre(PlantedBug bug) {
        assertThat(Faults.all()).extracting(Fault::name).containsAll(bug.scenarios());
        assertThat(Stream.of(Invariant.values()).map(Invariant::name)).containsAll(bug.foundBy());
    }
}
