package epro.nmpa.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.ManualTime;
import epro.nmpa.quota.NotStarted;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.StartLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final LeaseTerms TERMS = new LeaseTerms(Duration.ofSeconds(10), Duration.ofSeconds(31));

    private final ManualTime time = new ManualTime(0);
    private final MemoryLease row = new MemoryLease(time);
    private final Lease first = new Lease(row, time, TERMS);
    private final Lease second = new Lease(row, time, TERMS);

    @Test
    void isHeldByOneOnly() {
        assertThat(first.take()).isPresent();

        assertThat(second.take()).isEmpty();
        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isFalse();
    }

    @Test
    void isHeldATenthShorterThanTheDatabaseSays() {
        first.take();
        time.advance(Duration.ofMillis(8_999));
        assertThat(first.isHeld()).isTrue();
        time.advance(Duration.ofMillis(1));

        assertThat(first.isHeld()).isFalse();
    }

    @Test
    void isToBeRenewedThreeTimesInItsLengthAndEverySecond() {
        LeaseTerms shorter = new LeaseTerms(Duration.ofMillis(2_700), Duration.ZERO);

        assertThat(first.renewEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(shorter.renewEvery()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void countsFromBeforeTheRenewalWasSentHoweverLateItsAnswerComes() {
        LeaseRecord slow = new LateAnswers(row, time, Duration.ofSeconds(4));
        Lease late = new Lease(slow, time, TERMS);
        late.take();
        time.advance(Duration.ofSeconds(5));

        assertThat(late.isHeld()).isFalse();
    }

    @Test
    void staysWithWhoeverRenewsIt() {
        first.take();
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofSeconds(5));
            assertThat(first.renew()).isTrue();
            assertThat(second.take()).isEmpty();
        }
        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void aSuccessorWaitsUntilNothingOfTheHolderCanBeInFlight() {
        first.take();
        time.advance(Duration.ofMillis(40_999));
        assertThat(second.take()).isEmpty();
        time.advance(Duration.ofMillis(1));

        assertThat(second.take()).isPresent();
        assertThat(second.fencing()).isGreaterThan(first.fencing());
    }

    @Test
    void aStoppedLeaderThatWakesSendsNothingBeyondTheOneThatItWasWriting() throws IOException {
        first.take();
        List<String> written = new ArrayList<>();
        Gate gate = gate(first);
        gate.pass(() -> {
            time.advance(Duration.ofMinutes(5));
            written.add("the one that was being written");
        });
        assertThat(second.take()).isPresent();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gate.pass(() -> written.add("another")))
                    .isInstanceOfSatisfying(
                            NotStarted.class,
                            refused -> assertThat(refused.reason()).isEqualTo(NotStarted.Reason.NOT_LEADING));
        }
        assertThat(first.renew()).isFalse();
        assertThat(first.isHeld()).isFalse();
        assertThat(written).containsExactly("the one that was being written");
        gate(second).pass(() -> written.add("the successor's"));
        assertThat(written).hasSize(2);
    }

    @Test
    void isLostWhenTheDatabaseIsAwayForTooLongAndFoundAgainIfNobodyTookIt() {
        first.take();
        row.away(true);
        time.advance(Duration.ofSeconds(9));
        assertThatThrownBy(first::renew).hasMessage("the database is away");
        assertThat(first.isHeld()).isFalse();

        row.away(false);
        assertThat(first.renew()).isTrue();
        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void whoeverGivesItUpLeavesItAfterWhatIsStillInFlight() {
        first.take();
        first.release(Duration.ofSeconds(2));
        assertThat(first.isHeld()).isFalse();
        assertThat(first.renew()).isFalse();
        assertThat(second.take()).isEmpty();
        time.advance(Duration.ofSeconds(2));

        assertThat(second.take()).isPresent();
    }

    @Test
    void tellsASuccessorThatTheRegulatorWantsToBeLeftAlone() {
        first.take();
        first.pause(Duration.ofMinutes(10));
        time.advance(Duration.ofMinutes(4));

        assertThat(second.take()).get().extracting(Tenure::paused).isEqualTo(Duration.ofMinutes(6));
    }

    private Gate gate(Lease lease) {
        return new Gate(new StartLimiter(10, Duration.ofSeconds(1)), new Pause(time), lease::isHeld, time);
    }

    /** Answers that take their time on the way back. */
    private record LateAnswers(LeaseRecord record, ManualTime time, Duration delay) implements LeaseRecord {
        @Override
        public java.util.Optional<Tenure> take(String holder, LeaseTerms terms) {
            var tenure = record.take(holder, terms);
            time.advance(delay);
            return tenure;
        }

        @Override
        public boolean renew(long fencing, LeaseTerms terms) {
            return record.renew(fencing, terms);
        }

        @Override
        public void release(long fencing, Duration quiet) {
            record.release(fencing, quiet);
        }

        @Override
        public void pause(long fencing, Duration span) {
            record.pause(fencing, span);
        }
    }
}
