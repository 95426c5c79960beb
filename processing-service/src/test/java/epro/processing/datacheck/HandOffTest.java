package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HandOffTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void runsWhatAWorkerHasTaken() throws InterruptedException {
        AtomicBoolean ran = new AtomicBoolean();
        try (HandOff handOff = new HandOff(1, "runs")) {
            handOff.offer(_ -> ran.set(true), LONG).orElseThrow().awaitEnd();
        }

        assertThat(ran).isTrue();
    }

    @Test
    void refusesWhenNoWorkerIsFreeAndNeverRunsWhatItRefused() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        try (HandOff handOff = new HandOff(1, "busy")) {
            Ticket first = handOff.offer(awaiting(release), LONG).orElseThrow();

            assertThat(handOff.offer(_ -> ran.incrementAndGet(), SHORT)).isEmpty();

            release.countDown();
            first.awaitEnd();
            handOff.offer(_ -> ran.addAndGet(100), LONG).orElseThrow().awaitEnd();
        }

        assertThat(ran).hasValue(100);
    }

    @Test
    void interruptsTheWorkThatIsCancelledAndNoOther() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean nextInterrupted = new AtomicBoolean();
        try (HandOff handOff = new HandOff(1, "cancels")) {
            Ticket ticket = handOff.offer(_ -> interrupted.set(isInterruptedWhileWaiting(never)), LONG)
                    .orElseThrow();
            ticket.cancel();
            ticket.awaitEnd();
            ticket.cancel();
            handOff.offer(_ -> nextInterrupted.set(Thread.currentThread().isInterrupted()), LONG)
                    .orElseThrow()
                    .awaitEnd();
        }

        assertThat(interrupted).isTrue();
        assertThat(nextInterrupted).isFalse();
    }

    @Test
    void losesNoWorkerToWorkThatThrows() throws InterruptedException {
        AtomicBoolean ran = new AtomicBoolean();
        try (HandOff handOff = new HandOff(1, "throws")) {
            handOff.offer(
                            _ -> {
                                throw new IllegalStateException("on purpose");
                            },
                            LONG)
                    .orElseThrow()
                    .awaitEnd();
            handOff.offer(_ -> ran.set(true), LONG).orElseThrow().awaitEnd();
        }

        assertThat(ran).isTrue();
    }

    @Test
    void endsEveryThreadAndInterruptsWhatRunsWhenClosed() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        HandOff handOff = new HandOff(3, "closes");
        for (int i = 0; i < 2; i++) {
            assertThat(handOff.offer(_ -> interrupted.addAndGet(isInterruptedWhileWaiting(never) ? 1 : 0), LONG))
                    .isPresent();
        }

        handOff.close();
        handOff.close();

        assertThat(interrupted).hasValue(2);
        assertThat(threads("closes-")).isEmpty();
        assertThat(handOff.offer(_ -> interrupted.incrementAndGet(), SHORT)).isEmpty();
    }

    @Test
    void refusesToHaveNoWorkers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HandOff(0, "none"));
    }

    /** 100,000 offers from eight threads, every seventh cancelled at once. */
    @Test
    void runsEachTakenWorkOnceWhateverHappensMeanwhile() throws Exception {
        int offers = 12_500;
        AtomicLong ran = new AtomicLong();
        AtomicLong strayInterrupts = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        HandOff handOff = new HandOff(4, "hammered");
        Callable<Void> offering = () -> {
            List<Ticket> tickets = new ArrayList<>();
            for (int i = 0; i < offers; i++) {
                boolean cancels = i % 7 == 0;
                Optional<Ticket> ticket = handOff.offer(
                        _ -> {
                            ran.incrementAndGet();
                            strayInterrupts.addAndGet(
                                    !cancels && Thread.currentThread().isInterrupted() ? 1 : 0);
                        },
                        Duration.ofMillis(100));
                ticket.ifPresent(tickets::add);
                ticket.filter(_ -> cancels).ifPresent(Ticket::cancel);
            }
            for (Ticket ticket : tickets) {
                ticket.awaitEnd();
            }
            taken.addAndGet(tickets.size());
            return null;
        };
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Void> caller : callers.invokeAll(Collections.nCopies(8, offering))) {
                caller.get();
            }
        }
        handOff.close();

        assertThat(taken.get()).isGreaterThan(offers);
        assertThat(ran).hasValue(taken.get());
        assertThat(strayInterrupts).hasValue(0);
    }

    @Test
    void runsWhatWasTakenEvenIfItIsClosedMeanwhile() throws Exception {
        for (int round = 0; round < 500; round++) {
            HandOff handOff = new HandOff(2, "closing");
            AtomicInteger ran = new AtomicInteger();
            AtomicInteger taken = new AtomicInteger();
            try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    all.add(callers.submit(() -> {
                        boolean isTaken = handOff.offer(_ -> ran.incrementAndGet(), Duration.ofMillis(5))
                                .isPresent();
                        return taken.addAndGet(isTaken ? 1 : 0);
                    }));
                }
                all.add(callers.submit(handOff::close));
                for (Future<?> one : all) {
                    one.get();
                }
            }
            assertThat(ran.get()).isEqualTo(taken.get());
        }
        await().untilAsserted(() -> assertThat(threads("closing-")).isEmpty());
    }

    private static Consumer<Ticket> awaiting(CountDownLatch latch) {
        return _ -> isInterruptedWhileWaiting(latch);
    }

    private static boolean isInterruptedWhileWaiting(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
