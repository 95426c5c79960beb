package epro.nmpa.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.nmpa.StubRegulator;
import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.NotStarted;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.nmpa.quota.StartLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RegulatorTest {
    /** With a generous jitter: a busy machine is slow to notice what has arrived. */
    private static final Quota QUOTA = new Quota(10, 10, Duration.ofSeconds(1), Duration.ofSeconds(3));

    private static final String NUMBER = "CTR20260001";

    private final StubRegulator stub = new StubRegulator();
    private final RegulatorSettings settings =
            new RegulatorSettings(stub.url(), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private final RegulatorSettings patient =
            new RegulatorSettings(stub.url(), Duration.ofSeconds(20), Duration.ofSeconds(20));
    private final RegulatorConfiguration configuration = new RegulatorConfiguration();
    private final ScheduledExecutorService cutter = configuration.cutter();
    private final Permits permits = configuration.permits(QUOTA, cutter, new SimpleMeterRegistry());
    private final Pause pause = new Pause(MonotonicTime.SYSTEM);
    private final AtomicBoolean leading = new AtomicBoolean(true);
    private final Gate gate = new Gate(
            new StartLimiter(QUOTA.startsPerSecond(), QUOTA.window()), pause, leading::get, MonotonicTime.SYSTEM);
    private final Regulator regulator = Regulator.open(settings, QUOTA, permits, gate, cutter);

    @AfterEach
    void close() {
        regulator.close();
        stub.close();
        cutter.shutdownNow();
    }

    @Test
    void fiftyAtOnceOpenTenConnectionsAndStartTenInASecond() throws Exception {
        List<Future<Answer>> answers = askAll(50);

        for (Future<Answer> answer : answers) {
            assertThat(answer.get()).isInstanceOf(Answer.Known.class);
        }
        assertThat(stub.connectionsMost()).isBetween(1, 10);
        List<Long> starts = stub.starts();
        assertThat(starts).hasSize(50);
        for (int i = 10; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 10))
                    .isGreaterThan(Duration.ofSeconds(1).toNanos());
        }
        await().until(() -> permits.inFlight() == 0);
    }

    @Test
    void aCallThatWasCutOffKeepsItsPermitUntilTheRegulatorMustHaveFinished() throws InterruptedException {
        stub.hold();
        long asked = System.nanoTime();
        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("cut-off"));
        long answered = System.nanoTime();

        assertThat(Duration.ofNanos(answered - asked)).isLessThan(QUOTA.processingLimit());
        assertThat(permits.inFlight()).isOne();
        await().atMost(Duration.ofSeconds(10)).until(() -> permits.inFlight() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(QUOTA.processingLimit());
    }

    @Test
    void anInterruptedCallKeepsItsPermitToo() throws InterruptedException {
        stub.hold();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                Answer _ = regulator.ask(NUMBER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> stub.requests() == 1);
        asking.interrupt();
        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();

        assertThat(permits.inFlight()).isOne();
        await().atMost(Duration.ofSeconds(10)).until(() -> permits.inFlight() == 0);
    }

    @Test
    void tooFastStopsEverybodyForAsLongAsTheRegulatorSays() throws Exception {
        stub.says(NUMBER, "已完成");
        stub.answersFirst(NUMBER, StubRegulator.refusal("429 Too Many Requests", "1", "too-many-starts"));
        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Wait(Duration.ofSeconds(1)));
        long told = System.nanoTime();
        assertThat(regulator.ask(NUMBER)).isInstanceOf(Answer.Known.class);

        assertThat(stub.starts().getLast() - told)
                .isGreaterThan(Duration.ofMillis(900).toNanos());
        await().until(() -> permits.inFlight() == 0);
    }

    @Test
    void believesNothingOfAnOverLongOrTruncatedOrMissingAnswer() throws InterruptedException {
        stub.answersFirst(
                NUMBER,
                StubRegulator.ok("{\"registrationNumber\":\"" + "x".repeat(70_000) + "\"}"),
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"registrationNumber\":...",
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("cut-off"));
        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("broken-off"));
        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("broken-off"));
        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("unreadable"));
    }

    @Test
    void leavesNoConnectionOpenAndOpensNoneBeforeItsTurn() throws Exception {
        List<Future<Answer>> answers = askAll(QUOTA.startsPerSecond());
        for (Future<Answer> answer : answers) {
            assertThat(answer.get()).isInstanceOf(Answer.Known.class);
        }
        await().until(() -> stub.connectionsOpen() == 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> next = threads.submit(() -> regulator.ask("CTR0"));
            await().until(() -> stub.requests() == QUOTA.startsPerSecond() && permits.inFlight() == 1);
            assertThat(stub.connectionsOpen()).isZero();
            assertThat(next.get()).isInstanceOf(Answer.Known.class);
        }
    }

    @Test
    void writesNothingWithoutTheLease() throws InterruptedException {
        leading.set(false);

        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.NotAsked(NotStarted.Reason.NOT_LEADING));
        assertThat(stub.requests()).isZero();
    }

    @Test
    void asksForNumbersThatContainASlash() throws InterruptedException {
        stub.says("CTRI/2020/04/024442", "Recruiting");

        assertThat(regulator.ask("CTRI/2020/04/024442")).isInstanceOf(Answer.Known.class);
    }

    @Test
    void aRegulatorThatIsNotThereIsAFailure() throws InterruptedException {
        stub.close();

        assertThat(regulator.ask(NUMBER)).isEqualTo(new Answer.Failed("not-reached"));
    }

    private List<Future<Answer>> askAll(int number) throws InterruptedException, ExecutionException {
        List<Callable<Answer>> tasks = new ArrayList<>();
        Regulator waiting = Regulator.open(patient, QUOTA, permits, gate, cutter);
        for (int i = 0; i < number; i++) {
            String trial = "CTR" + i;
            stub.says(trial, "招募中");
            tasks.add(() -> waiting.ask(trial));
        }
        try (waiting;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks);
        }
    }
}
