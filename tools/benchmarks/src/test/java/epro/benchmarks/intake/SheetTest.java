package epro.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Goal;
import epro.benchmarks.Scale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void allGoalsAreReached() {
        BenchFigures figures = figures(
                round(700, 200, 13, 30, true),
                new Noise.Outcome(10, 15, 0.9),
                new Overload.Outcome(1_000, 900, 50, 300, 5, 1.2, 2, 0),
                new FlushPrice.Outcome(10_000, 20_000, 40, 20));

        assertThat(figures.goals()).hasSize(16).allMatch(Goal::met);
        assertThat(figures.lanes().keySet()).containsExactly(Sheet.LIMIT, Ground.SHARED, Ground.BLOCKING, Ground.OURS);
        assertThat(figures.ratios())
                .containsEntry("flush:perSecondWithOverWithout", 0.5)
                .containsEntry("pacePerSecond", 350.0);
    }

    @Test
    void eachGoalCanBeMissed() {
        BenchFigures figures = figures(
                round(499, 301, 14, 31, false),
                new Noise.Outcome(10, 16, 0.89),
                new Overload.Outcome(1_000, 899, 51, 300, 6, 1.21, 2, 1),
                new FlushPrice.Outcome(10_000, 20_000, 41, 20));

        assertThat(figures.goals())
                .filteredOn(goal -> !goal.met())
                .extracting(Goal::name)
                .containsExactlyInAnyOrder(
                        "unverified:ours",
                        "ours/shared-producer",
                        "ours/producer-a-connection",
                        "cpuOfServerAndBroker/shared-producer",
                        "cpuOfBroker/shared-producer",
                        "p99/shared-producer",
                        "noisy:refusedOfItsOwn",
                        "noisy:othersP99",
                        "overload:goodputOverCapacity",
                        "overload:refusedP99Ms",
                        "overload:heapGrowth",
                        "overload:recoveredSeconds",
                        "overload:neither202Nor503",
                        "flush:p99WithOverWithout");
    }

    @Test
    void saysWhenTheGeneratorIsTheBottleneck() {
        assertThat(round(700, 100, 100, 10, true).generatorIsTheBottleneck()).isFalse();
        assertThat(round(700, 20, 20, 10, true).generatorIsTheBottleneck()).isTrue();
    }

    private static BenchFigures figures(
            Round ours, Noise.Outcome noise, Overload.Outcome overload, FlushPrice.Outcome flush) {
        Sheet sheet = new Sheet();
        sheet.limit(List.of(new ProducerLimit.Said(1_000, 20_000, 5, 9)));
        SequencedMap<String, List<Round>> ways = new LinkedHashMap<>();
        ways.put(Ground.SHARED, List.of(round(1_000, 100, 10, 10, true)));
        ways.put(Ground.BLOCKING, List.of(round(100, 900, 90, 90, true)));
        ways.put(Ground.OURS, List.of(ours));
        sheet.measured(350, ways);
        sheet.noisy(noise);
        sheet.overloaded(overload);
        sheet.flushed(flush);
        return sheet.figures(new Scale(false, 1), 60);
    }

    private static Round round(double perSecond, double server, double broker, double p99, boolean verified) {
        SequencedMap<String, Double> cpu = new LinkedHashMap<>();
        cpu.put(Round.SERVER, server);
        cpu.put(Round.BROKER, broker);
        cpu.put(Round.GENERATOR, 50.0);
        return new Round(perSecond, cpu, p99 / 3, p99, 0.5, verified);
    }
}
