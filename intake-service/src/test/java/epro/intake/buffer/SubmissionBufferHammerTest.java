package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SubmissionBufferHammerTest {
    private static final int OFFERS = 100_000;
    private static final int CAPACITY = 32;
    private static final DataSize BYTES_MAX = DataSize.ofKilobytes(256);
    private static final int REMEMBERED = 500;

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger shared = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<CompletableFuture<Delivery>> deliveries = new ConcurrentLinkedQueue<>();

    @Test
    void neitherLosesNorDoublesAPermitUnderManyThreads() {
        var sender = new RestlessSender();
        var buffer = new SubmissionBuffer(
                new BufferSettings(CAPACITY, BYTES_MAX, REMEMBERED, Duration.ofMinutes(10)), sender);
        try (sender;
                var threads = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, OFFERS).forEach(number -> threads.execute(() -> offer(buffer, number)));
        }

        assertThat(sender.most.get()).isLessThanOrEqualTo(CAPACITY);
        assertThat(sender.mostBytes.get()).isLessThanOrEqualTo(BYTES_MAX.toBytes());
        assertThat(accepted.get() + shared.get() + repeated.get() + refused.get())
                .isEqualTo(OFFERS);
        assertThat(sender.sent.get()).isEqualTo(accepted.get()).isPositive();
        assertThat(refused.get()).isPositive();
        assertThat(repeated.get()).isPositive();
        assertThat(deliveries)
                .hasSize(accepted.get() + shared.get() + repeated.get())
                .allSatisfy(delivery -> assertThat(delivery).isCompleted());
        assertThat(buffer.size()).isZero();
        assertThat(buffer.bytes()).isZero();
        fillsAgain(buffer);
    }

    @Test
    void letsNobodyWaitWhileEveryAcknowledgementIsHeld() throws InterruptedException {
        var held = new ConcurrentLinkedQueue<Consumer<Delivery>>();
        var buffer = new SubmissionBuffer(Submissions.room(CAPACITY, BYTES_MAX), (_, callback) -> held.add(callback));
        var threads = Executors.newFixedThreadPool(16);
        try {
            IntStream.range(0, OFFERS).forEach(number -> threads.execute(() -> offer(buffer, number)));
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }

        assertThat(accepted.get() + shared.get() + refused.get()).isEqualTo(OFFERS);
        assertThat(held).hasSize(accepted.get()).hasSize(buffer.size()).isNotEmpty();
        held.forEach(callback -> callback.accept(HeldSender.ACKNOWLEDGED));
        assertThat(buffer.size()).isZero();
    }

    /** Ids repeat among neighbours, so that sends are shared and contents conflict. */
    private void offer(SubmissionBuffer buffer, int number) {
        var content = number % 10 == 0 ? "other" : "content";
        switch (buffer.offer(Submissions.of(number / 3, content, 6_000 + number % 6_000))) {
            case Offer.Accepted(var _, var delivery, var twin) -> {
                counter(twin).incrementAndGet();
                deliveries.add(delivery);
            }
            case Offer.Full _, Offer.Conflicting _, Offer.Unreachable _, Offer.Closed _ -> refused.incrementAndGet();
        }
    }

    private AtomicInteger counter(Offer.Twin twin) {
        return switch (twin) {
            case NONE -> accepted;
            case ON_ITS_WAY -> shared;
            case ACKNOWLEDGED -> repeated;
        };
    }

    private static void fillsAgain(SubmissionBuffer buffer) {
        var first = buffer.offer(Submissions.number(-1));
        assertThat(first).isInstanceOf(Offer.Accepted.class);
        assertThat(((Offer.Accepted) first).delivery()).succeedsWithin(5, TimeUnit.SECONDS);
    }
}
