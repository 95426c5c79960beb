package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosFiguresTest {

    private static final ChaosFigures PLANNED = new ChaosFigures(7, false, 2, 40, List.of());

    @Test
    void wantMoreUntilSoManyCountAsWerePlanned() {
        ChaosFigures one = PLANNED.with(run(true, Map.of("I13", 0L)));

        assertThat(one.wantsMore()).isTrue();
        assertThat(one.with(run(false, Map.of())).wantsMore()).isTrue();
        assertThat(one.with(run(true, Map.of("I1", 2L))).wantsMore()).isFalse();
    }

    @Test
    void wantNoMoreAfterARunThatLeftTheSystemRestless() {
        ChaosFigures restless = PLANNED.with(run(false, Map.of("I13", 1L)));

        assertThat(restless.wantsMore()).isFalse();
        assertThat(restless.fine()).isFalse();
    }

    @Test
    void blameTheLastRunForWhatWasSeenWhenItHadBeenJudged() {
        ChaosFigures one = PLANNED.with(run(true, Map.of("I13", 0L)));
        ChaosFigures two = one.with(run(true, Map.of("I1", 0L, "I13", 0L)));

        ChaosFigures restless = two.withLastRestless("nobody answers");

        assertThat(restless.runs()).hasSize(2).startsWith(one.last());
        assertThat(restless.last().violations()).isEqualTo(Map.of("I1", 0L, "I13", 1L));
        assertThat(restless.last().story()).containsExactly("I13 the system: nobody answers");
        assertThat(restless.fine()).isFalse();
    }

    private static ChaosFigures.Run run(boolean counted, Map<String, Long> violations) {
        return new ChaosFigures.Run(
                1, "kill-kafka", List.of(), counted, 1, 1, 0, 0, Map.of(), violations, List.of(), 1.0, List.of());
    }
}
