package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Strike;
import epro.cli.chaos.judge.Invariant;
import epro.cli.chaos.judge.Judge.Verdict;
import epro.cli.chaos.judge.Violation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:10Z");

    @Test
    void isTheVerdictWhereEverythingCameBack() throws InterruptedException {
        assertThat(new Reckoning(List.of(), List.of())
                        .of(() -> Verdict.NONE, List::of)
                        .violations())
                .isEmpty();
    }

    @Test
    void tellsWhatDidNotComeBackAndThatNothingCanBeReadAnyMore() throws InterruptedException {
        Verdict verdict = new Reckoning(List.of("the database does not answer", "postgres is not ready"), List.of())
                .of(
                        () -> {
                            throw new SQLException("connection refused");
                        },
                        List::of);

        assertThat(verdict.violations()).extracting(Violation::invariant).containsOnly(Invariant.I13);
        assertThat(verdict.violations())
                .extracting(Violation::detail)
                .containsExactly(
                        "the database does not answer",
                        "postgres is not ready",
                        "what there is can't be read: java.sql.SQLException: connection refused");
    }

    @Test
    void keepsTheVerdictWhereOnlyTheAuditFails() throws InterruptedException {
        Violation lost = new Violation(Invariant.I1, "a", "stored nowhere");

        Verdict verdict = new Reckoning(List.of(), List.of()).of(() -> Verdict.NONE.with(List.of(lost)), () -> {
            throw new TimeoutException("no broker");
        });

        assertThat(verdict.violations()).extracting(Violation::invariant).containsExactly(Invariant.I1, Invariant.I13);
    }

    @Test
    void addsWhatTheAuditAndTheFaultsFoundWrong() throws InterruptedException {
        Strike strike = new Strike("poison", NOW, NOW, true, "seen", List.of("nul became QUARANTINED"));

        assertThat(new Reckoning(List.of(), List.of(strike))
                        .of(() -> Verdict.NONE, () -> List.of("lane 3 hash-mismatch"))
                        .violations())
                .extracting(Violation::invariant)
                .containsExactly(Invariant.I7, Invariant.I9);
    }
}
