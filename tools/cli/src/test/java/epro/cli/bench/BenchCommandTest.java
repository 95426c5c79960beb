package epro.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Goal;
import epro.benchmarks.Lane;
import epro.benchmarks.Spread;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private static final BenchFigures FIGURES = new BenchFigures(
            null,
            3,
            1.5,
            new LinkedHashMap<>(Map.of(
                    "plain",
                    new Lane(new Spread(9.5, 9, 10), 20, 30, new LinkedHashMap<>(Map.of("client", 7.0)), true))),
            new LinkedHashMap<>(Map.of("plain:other", 2.0)),
            List.of(Goal.none("violations", 0), Goal.atMost("makespan", 1.01, 1.2)));

    private final StringWriter error = new StringWriter();

    @Test
    void wantsABenchmarkThatThereIs() {
        assertThat(status()).isEqualTo(2);
        assertThat(status("nothing")).isEqualTo(2);
        assertThat(error.toString()).contains("No such benchmark: nothing; there is: nmpa, intake, processing");
        assertThat(status("nmpa", "--rounds", "0")).isEqualTo(2);
    }

    @Test
    void recordsNothingThatWasMeasuredQuickly() {
        assertThat(status("nmpa", "--quick", "--record")).isEqualTo(1);
        assertThat(error.toString()).contains("--record wants the whole measurement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "processing"})
    void recordsNothingThatWasMeasuredTooSeldom(String bench) {
        assertThat(status(bench, "--rounds", "4", "--record")).isEqualTo(1);
        assertThat(error.toString()).contains("--record of " + bench + " wants at least 5 rounds, --rounds was 4");
    }

    @Test
    void saysWhichGoalsWereMissed() {
        assertThat(FIGURES.met()).isFalse();
        assertThat(BenchReport.of(FIGURES))
                .containsPattern("plain +9\\.50 +20 +30  yes")
                .containsPattern("reached +violations +0 +0\\.000")
                .containsPattern("MISSED +makespan +<= 1\\.01 +1\\.200");
    }

    @Test
    void evidenceHasTheAgreedKeys() {
        JsonMapper mapper = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        JsonNode sheet = mapper.valueToTree(FIGURES);

        assertThat(sheet.propertyNames()).containsExactly("rounds", "warmupSeconds", "lanes", "ratios", "goals");
        JsonNode lane = sheet.path("lanes").path("plain");
        assertThat(lane.propertyNames()).containsExactly("perSecond", "p50Ms", "p99Ms", "cpuMicros", "verified");
        assertThat(lane.path("perSecond").propertyNames()).containsExactly("median", "min", "max");
        assertThat(sheet.path("goals").path(1).propertyNames()).containsExactly("name", "goal", "measured", "met");
        BenchFigures quick = new BenchFigures(true, 1, 0, FIGURES.lanes(), FIGURES.ratios(), List.of());
        assertThat(mapper.valueToTree(quick).path("quick").asBoolean()).isTrue();
    }

    private int status(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
    }
}
