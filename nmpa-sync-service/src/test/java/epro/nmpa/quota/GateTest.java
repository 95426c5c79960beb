package epro.nmpa.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.nmpa.quota.NotStarted.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {
    private final ManualTime time = new ManualTime(0);
    private final Pause pause = new Pause(time);
    private final AtomicBoolean leading = new AtomicBoolean(true);
    private final List<Long> written = new ArrayList<>();
    private final Gate gate = new Gate(new StartLimiter(10, Duration.ofMillis(1_050)), pause, leading::get, time);

    @Test
    void writesTenAtOnceAndWaitsForTheEleventh() throws IOException {
        writeAll(11);

        assertThat(written.subList(0, 10)).containsOnly(0L);
        assertThat(written.getLast()).isEqualTo(Duration.ofMillis(1_050).toNanos());
    }

    @Test
    void countsAStartFromTheEndOfItsWrite() throws IOException {
        gate.pass(() -> time.advance(Duration.ofMillis(900)));
        writeAll(10);

        assertThat(written.getLast()).isEqualTo(Duration.ofMillis(900 + 1_050).toNanos());
    }

    @Test
    void countsAStartWhoseWriteFailed() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> gate.pass(() -> {
                        throw new IOException("broken pipe");
                    }))
                    .hasMessage("broken pipe");
        }
        writeAll(1);

        assertThat(written).containsExactly(Duration.ofMillis(1_050).toNanos());
    }

    @Test
    void writesNothingDuringAPauseAndCountsNoStart() throws IOException {
        pause.extend(Duration.ofSeconds(3));
        pause.extend(Duration.ofSeconds(1));

        assertThat(refusal()).isEqualTo(Reason.PAUSED);
        time.advance(Duration.ofSeconds(3));
        writeAll(10);
        assertThat(written).containsOnly(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void writesNothingOnceItNoLongerLeads() {
        leading.set(false);

        assertThat(refusal()).isEqualTo(Reason.NOT_LEADING);
        assertThat(written).isEmpty();
    }

    @Test
    void looksAtTheLeaseAgainAfterWaitingForItsTurn() throws IOException {
        writeAll(10);
        time.after(Duration.ofMillis(500).toNanos(), () -> leading.set(false));

        assertThat(refusal()).isEqualTo(Reason.NOT_LEADING);
        assertThat(written).hasSize(10);
    }

    @Test
    void aTurnThatIsNotUsedCountsAsNoStartAndLetsTheNextOneIn() throws IOException {
        for (int i = 0; i < 20; i++) {
            gate.enter().close();
        }
        writeAll(10);

        assertThat(written).containsOnly(0L);
    }

    @Test
    void looksAtTheLeaseOnceMoreRightBeforeTheWrite() throws IOException {
        try (Gate.Turn turn = gate.enter()) {
            leading.set(false);
            assertThatThrownBy(() -> turn.write(() -> written.add(time.nanos())))
                    .isInstanceOf(NotStarted.class);
        }

        assertThat(written).isEmpty();
    }

    @Test
    void aTurnIsForOneWrite() throws IOException {
        try (Gate.Turn turn = gate.enter()) {
            turn.write(() -> written.add(time.nanos()));
            assertThatThrownBy(() -> turn.write(() -> written.add(time.nanos())))
                    .hasMessage("a turn is for one write");
        }

        assertThat(written).hasSize(1);
    }

    @Test
    void whoeverIsInterruptedWritesNothingAndLeavesTheGateOpen() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(refusal()).isEqualTo(Reason.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();

        writeAll(1);
        assertThat(written).hasSize(1);
    }

    private Reason refusal() {
        try {
            writeAll(1);
        } catch (NotStarted refused) {
            return refused.reason();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was started");
    }

    private void writeAll(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            gate.pass(() -> written.add(time.nanos()));
        }
    }
}
