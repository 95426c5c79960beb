package epro.nmpa.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitsHammerTest {
    private static final int PLACES = 10;

    private final ManualTime time = new ManualTime(0);
    private final Permits permits =
            new Permits(PLACES, time, (_, work) -> Thread.ofVirtual().start(work));
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void fiftyTasksGoThroughTenPermitsAndNeverAnEleventh() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(this::work);
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).hasValue(50);
        assertThat(most.get()).isBetween(1, PLACES);
        assertThat(permits.inFlight()).isZero();
    }

    @Test
    void losesNoPermitAmongAHundredThousandOfWhichManyAreInterruptedOrFail() throws InterruptedException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                tasks.add(threads.submit(i % 3 == 0 ? this::fail : this::work));
                if (random.nextInt(4) == 0) {
                    tasks.get(random.nextInt(tasks.size())).cancel(true);
                }
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isBetween(1, PLACES);
        assertThat(inside).hasValue(0);
        assertThat(permits.inFlight()).isZero();
    }

    private void work() {
        try (Permit _ = permits.acquire()) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            done.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail() {
        try (Permit _ = permits.acquire()) {
            throw new IllegalStateException("as a call may");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
