package epro.nmpa.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLifeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "CHANGED, UNCHANGED, SUCCEEDED",
        "BLANK, UNCHANGED, SUCCEEDED",
        "FAILED, UNCHANGED, PARTIAL",
        "QUARANTINED, CHANGED, PARTIAL",
        "FAILED, QUARANTINED, FAILED"
    })
    void endsAsItsTrialsDid(Outcome one, Outcome other, RunState end) {
        RunLife life = RunLife.of(2).settled(one).settled(other).finished(NOW);

        assertThat(life.state()).isEqualTo(end);
        assertThat(life.done()).isEqualTo(2);
        assertThat(life.endedAt()).isEqualTo(NOW);
    }

    @Test
    void succeedsWhereThereIsNothingToDo() {
        assertThat(RunLife.of(0).finished(NOW).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void isNotFinishedBeforeAllIsSettled() {
        assertThatThrownBy(() -> RunLife.of(2).settled(Outcome.CHANGED).finished(NOW))
                .hasMessage("1 trials are not settled yet");
    }

    @Test
    void settlesNoMoreTrialsThanItHas() {
        assertThatThrownBy(() -> RunLife.of(0).settled(Outcome.CHANGED)).hasMessage("all 0 trials were settled before");
    }

    @Test
    void namesTheStateThatDoesNotAllowIt() {
        RunLife cancelled = RunLife.of(2).cancelled(NOW);

        assertThatThrownBy(() -> cancelled.settled(Outcome.CHANGED))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        refused -> assertThat(refused.state()).isEqualTo(RunState.CANCELLED))
                .hasMessage("A run that is CANCELLED can't be told of a trial");
        assertThatThrownBy(() -> cancelled.cancelled(NOW)).hasMessage("A run that is CANCELLED can't be cancelled");
        assertThatThrownBy(() -> cancelled.finished(NOW)).hasMessage("A run that is CANCELLED can't be finished");
    }
}
