package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.buffer.BufferSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class LinePlacesTest {
    private final ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();

    @Test
    void areHalfOfTheBuffers() {
        var places = ofABufferOf(5);
        var _ = places.take();
        var second = places.take();
        Thread third = asks(places, 3);

        second.close();

        await().until(() -> served.contains(3));
        assertThat(third.isInterrupted()).isFalse();
    }

    @Test
    void areOneAtLeast() {
        var places = ofABufferOf(1);
        var only = places.take();
        var _ = asks(places, 2);

        only.close();

        await().until(() -> served.contains(2));
    }

    @Test
    void areKeptUntilTheLogHasAnswered() {
        var places = ofABufferOf(2);
        var answered = new CompletableFuture<String>();
        try (var place = places.take()) {
            place.keepUntil(answered);
        }
        var _ = asks(places, 2);
        assertThat(served).isEmpty();

        answered.complete("there");

        await().until(() -> served.contains(2));
    }

    @Test
    void comeBackAtOnceWhereTheAnswerIsThereAlready() {
        var places = ofABufferOf(2);
        for (int time = 0; time < 3; time++) {
            try (var place = places.take()) {
                place.keepUntil(CompletableFuture.completedFuture("there"));
            }
            try (var place = places.take()) {
                place.keepUntil(CompletableFuture.failedFuture(new IllegalStateException("broken")));
            }
        }

        assertThat(places.take()).isNotNull();
    }

    @Test
    void areTakenInTheOrderOfAsking() {
        var places = ofABufferOf(2);
        var only = places.take();
        IntStream.rangeClosed(1, 5).forEach(number -> asks(places, number));

        only.close();

        await().until(() -> served.size() == 5);
        assertThat(served).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void areNotLostToWhoIsInterrupted() {
        var places = ofABufferOf(2);
        var only = places.take();
        var told = new CompletableFuture<Boolean>();
        Thread waiting = Thread.startVirtualThread(() -> {
            assertRefused(places::take, 503, "shutting-down");
            told.complete(Thread.currentThread().isInterrupted());
        });
        awaitWaiting(waiting);

        waiting.interrupt();

        assertThat(told).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        only.close();
        assertThat(places.take()).isNotNull();
    }

    @Test
    void areNeverTooManyAndAllComeBackUnderManyThreads() {
        var places = ofABufferOf(14);
        var taken = new AtomicInteger();
        var most = new AtomicInteger();
        try (var log = Executors.newFixedThreadPool(4);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20_000)
                    .forEach(_ -> threads.execute(() -> {
                        try (var place = places.take()) {
                            most.accumulateAndGet(taken.incrementAndGet(), Math::max);
                            if (ThreadLocalRandom.current().nextBoolean()) {
                                place.keepUntil(CompletableFuture.runAsync(taken::decrementAndGet, log));
                            } else {
                                taken.decrementAndGet();
                            }
                        }
                    }));
        }

        assertThat(most.get()).isBetween(1, 7);
        assertThat(taken.get()).isZero();
        IntStream.range(0, 7).forEach(_ -> places.take());
    }

    /** One who waits by then, is told when served, and keeps nothing. */
    private Thread asks(LinePlaces places, int number) {
        Thread thread = Thread.startVirtualThread(() -> {
            try (var _ = places.take()) {
                served.add(number);
            }
        });
        awaitWaiting(thread);
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> thread.getState() == Thread.State.WAITING);
    }

    private static LinePlaces ofABufferOf(int capacity) {
        return new LinePlaces(new BufferSettings(capacity, DataSize.ofMegabytes(16), 0, Duration.ofMinutes(10)));
    }
}
