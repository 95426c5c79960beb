package epro.intake.buffer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A sender that behaves as badly as it may: it acknowledges on the caller's thread or on others, at once or late, fails,
 * throws, calls back twice. It counts by itself what is on its way.
 */
final class RestlessSender implements SubmissionSender, AutoCloseable {
    private final ExecutorService acknowledgers = Executors.newFixedThreadPool(4);
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final AtomicLong bytesOnTheirWay = new AtomicLong();
    final AtomicInteger most = new AtomicInteger();
    final AtomicLong mostBytes = new AtomicLong();
    final AtomicInteger sent = new AtomicInteger();

    @Override
    public void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        sent.incrementAndGet();
        most.accumulateAndGet(onTheirWay.incrementAndGet(), Math::max);
        mostBytes.accumulateAndGet(bytesOnTheirWay.addAndGet(submission.bytes()), Math::max);
        switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> finish(submission, callback, HeldSender.ACKNOWLEDGED);
            case 1 -> finish(submission, callback, new Delivery.Unsent());
            case 2 -> {
                leave(submission);
                throw new IllegalStateException("broken");
            }
            case 3 ->
                acknowledgers.execute(() -> {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
                    finish(submission, callback, HeldSender.ACKNOWLEDGED);
                });
            case 4 ->
                acknowledgers.execute(() -> {
                    finish(submission, callback, new Delivery.Unknown());
                    callback.accept(HeldSender.ACKNOWLEDGED);
                });
            default -> acknowledgers.execute(() -> finish(submission, callback, HeldSender.ACKNOWLEDGED));
        }
    }

    private void finish(EncodedSubmission submission, Consumer<Delivery> callback, Delivery delivery) {
        leave(submission);
        callback.accept(delivery);
    }

    private void leave(EncodedSubmission submission) {
        onTheirWay.decrementAndGet();
        bytesOnTheirWay.addAndGet(-submission.bytes());
    }

    @Override
    public void close() {
        acknowledgers.close();
    }
}
