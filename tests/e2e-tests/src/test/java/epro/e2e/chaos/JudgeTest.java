package epro.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.judge.Judge.Verdict;
import epro.cli.chaos.judge.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge finds in real tables what is planted there, says nothing else of it, and nothing where nothing is planted. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class JudgeTest {

    private JudgedScene scene;

    @BeforeAll
    void play(@TempDir Path folder) throws Exception {
        scene = new JudgedScene(folder);
    }

    @AfterAll
    void end() throws IOException {
        scene.close();
    }

    static Stream<Damage> damages() {
        return Stream.of(HarmDamages.all(), BookDamages.all(), ChainDamages.all())
                .flatMap(damages -> damages);
    }

    @Test
    void findsNothingWhereAllHolds() throws Exception {
        Verdict verdict = scene.verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.became().actions())
                .isEqualTo(Map.of("STORED", 3L, "REJECTED", 1L, "DUPLICATE", 1L, "CONFLICT", 1L, "QUARANTINED", 1L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void findsWhatIsPlanted(Damage damage) throws Exception {
        assertThat(lines(scene.verdictAfter(damage)))
                .zipSatisfy(
                        damage.violations(),
                        (line, expected) -> assertThat(line).matches("(?s)" + expected + ".*"));
    }

    private static List<String> lines(Verdict verdict) {
        return verdict.violations().stream().map(JudgeTest::line).sorted().toList();
    }

    private static String line(Violation violation) {
        return "%s %s: %s".formatted(violation.invariant(), violation.subject(), violation.detail());
    }
}
