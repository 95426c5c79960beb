package epro.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.StackNotThere;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunWatchTest {

    private static final String RUNNING = "{\"runId\":\"r-1\",\"state\":\"RUNNING\",\"total\":3,\"done\":%d}";
    private static final String PARTIAL = "200 {\"runId\":\"r-1\",\"state\":\"PARTIAL\",\"total\":3,\"done\":3}";

    private final FakeNmpa nmpa = new FakeNmpa();
    private final SyncClient client = nmpa.client();
    private final List<Long> done = new ArrayList<>();

    RunWatchTest() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        nmpa.close();
    }

    @Test
    void followsARunToItsEnd() throws IOException, InterruptedException {
        nmpa.answers("202 " + RUNNING.formatted(0));
        nmpa.answers("200 " + RUNNING.formatted(2));
        nmpa.answers(PARTIAL);
        assertThat(watch(Duration.ofMinutes(1))
                        .ended(client.start(), this::note)
                        .state())
                .isEqualTo("PARTIAL");
        assertThat(done).containsExactly(0L, 2L, 3L);
    }

    @Test
    void isPatientWithAServiceThatIsAway() throws IOException, InterruptedException {
        nmpa.answers("202 " + RUNNING.formatted(0));
        nmpa.answers("hang up");
        nmpa.answers("503 {\"code\":\"busy\"}");
        nmpa.answers(PARTIAL);
        assertThat(watch(Duration.ofMinutes(1))
                        .ended(client.start(), this::note)
                        .state())
                .isEqualTo("PARTIAL");
    }

    @Test
    void givesAServiceUpThatStaysAway() throws IOException, InterruptedException {
        nmpa.answers("202 " + RUNNING.formatted(0));
        SyncRun begun = client.start();
        nmpa.close();
        assertThatExceptionOfType(StackNotThere.class)
                .isThrownBy(() -> watch(Duration.ZERO).ended(begun, this::note))
                .withMessageContaining("r-1");
    }

    @Test
    void cancelsTheRunWhenItsProcessEnds() throws IOException {
        nmpa.answers("200 {\"runId\":\"r-1\",\"state\":\"CANCELLED\"}");
        try (CancelOnExit cancel = CancelOnExit.of(client, "r-1")) {
            cancel.cancel();
        }
        assertThat(nmpa.requests()).singleElement().asString().startsWith("POST /api/v1/sync-runs/r-1/cancel ");
    }

    @Test
    void leavesARunAloneThatHasEnded() {
        CancelOnExit cancel = CancelOnExit.of(client, "r-1");
        cancel.close();
        cancel.cancel();
        assertThat(nmpa.requests()).isEmpty();
    }

    private void note(SyncRun run) {
        done.add(run.done());
    }

    private RunWatch watch(Duration silenceMax) {
        return new RunWatch(client, Duration.ofMillis(1), silenceMax);
    }
}
