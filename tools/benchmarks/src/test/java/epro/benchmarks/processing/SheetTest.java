package epro.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Goal;
import epro.benchmarks.Scale;
import epro.stack.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void allGoalsAreReached() {
        BenchFigures figures = figures(100, 300, 2_000, true, 9.9);

        assertThat(figures.goals()).allMatch(Goal::met);
        assertThat(figures.ratios())
                .containsEntry("ours/one-chain", 10.0)
                .containsEntry("ours/plain-upsert", 0.5)
                .containsEntry("chainCostsProcessorTime", 0.2)
                .containsEntry("processorTimeWithManyOverFew", 1.0);
        assertThat(figures.lanes())
                .hasEntrySatisfying("ours", lane -> assertThat(lane.cpuMicros()).containsEntry("consumers", 10.0));
    }

    @Test
    void eachGoalCanBeMissed() {
        assertThat(figures(101, 334, 2_001, false, 10.1).goals())
                .filteredOn(goal -> !goal.met())
                .extracting(Goal::name)
                .containsExactlyInAnyOrder(
                        "unverified:ours",
                        "ours/one-chain",
                        "ours/chain-per-partition",
                        "ours/plain-upsert",
                        "chainCosts",
                        "unverified:ours-with-few-stored",
                        "unverified:ours-with-many-stored",
                        "costWithManyOverFew",
                        "verifiedPerSecond",
                        "chainsThatDoNotHold",
                        "recoverySeconds:kafka",
                        "notWholeAfter:kafka");
    }

    private static BenchFigures figures(double a, double b, double e, boolean good, double recovery) {
        Sheet sheet = new Sheet();
        sheet.measured(Sheet.ONE_CHAIN, List.of(burst(a, true)));
        sheet.measured(Sheet.CHAIN_PER_PARTITION, List.of(burst(b, true)));
        sheet.measured(Sheet.OURS, List.of(burst(1_000, good)));
        sheet.measured(Sheet.UNCHAINED, List.of(burst(good ? 1_100 : 1_120, 8, true)));
        sheet.measured(Sheet.UPSERT, List.of(burst(e, true)));
        sheet.compare();
        sheet.few(List.of(burst(1_000, good)));
        sheet.many(List.of(burst(good ? 880 : 850, good)));
        sheet.verified(new Ledger.Verified(200_000, good, good ? 1 : 1.1, 0.5));
        sheet.recovered(Part.KAFKA, new Recovery(6, recovery, good));
        return sheet.figures(new Scale(false, 1), 1);
    }

    private static Burst burst(double perSecond, boolean verified) {
        return burst(perSecond, 10, verified);
    }

    private static Burst burst(double perSecond, double micros, boolean verified) {
        return new Burst(1_000, 1_000 / perSecond, 1, 2, new LinkedHashMap<>(Map.of("consumers", micros)), verified);
    }
}
