package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Fault;
import epro.cli.chaos.fault.Faults;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void isTheSameForTheSameSeedAndRun() {
        assertThat(names(3)).isEqualTo(names(3));
        assertThat(names(3)).isNotEqualTo(names(4));
        assertThat(Scenario.of(Faults.all(), 3, 5).pauses())
                .isEqualTo(Scenario.of(Faults.all(), 3, 5).pauses());
    }

    @Test
    void playsEveryFaultBeforeOneComesAgain() {
        List<String> first = IntStream.rangeClosed(1, Faults.all().size())
                .mapToObj(run ->
                        Scenario.of(Faults.all(), 3, run).faults().getFirst().name())
                .toList();

        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(
                        Faults.all().stream().map(Fault::name).toList());
    }

    @Test
    void playsAnyOtherAsTheSecond() {
        List<Fault> all = Faults.all();
        List<List<Fault>> pairs = IntStream.rangeClosed(1, 3_000)
                .mapToObj(run -> Scenario.of(all, 3, run).faults())
                .filter(faults -> faults.size() > 1)
                .toList();

        assertThat(pairs).noneMatch(faults -> faults.getFirst().equals(faults.getLast()));
        assertThat(pairs.stream().map(List::getLast)).containsAll(all);
    }

    private static List<String> names(long seed) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(run -> Scenario.of(Faults.all(), seed, run).name())
                .toList();
    }
}
