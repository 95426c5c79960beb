package epro.benchmarks.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Sends to one port over a number of connections, each with one request on its way at the most. */
record Generator(int port, Posts posts, int connections) {
    private static final int BROKEN = 0;

    /** As fast as answers come, for so long; times are from sending. */
    Served saturate(Duration span) throws InterruptedException {
        Served served = new Served();
        long end = System.nanoTime() + span.toNanos();
        onEach(line -> {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                send(line, start, served);
            }
        });
        return served;
    }

    /**
     * So many a second, whether answers come or not; times are from when each ought to have been sent, so that what a slow answer
     * keeps waiting counts as slow too.
     */
    Served pace(double perSecond, Duration span) throws InterruptedException {
        Served served = new Served();
        pace(perSecond, span, _ -> served);
        return served;
    }

    /**
     * As {@link #pace(double, Duration)}, entered apart by when each ought to have been sent.
     *
     * @param bySecond where to enter what is due in this second, from 0 on
     */
    void pace(double perSecond, Duration span, IntFunction<Served> bySecond) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime();
        long total = (long) (perSecond * span.toNanos() / 1e9);
        onEach(line -> {
            for (long number = next.getAndIncrement(); number < total; number = next.getAndIncrement()) {
                long after = (long) (number * 1e9 / perSecond);
                Served served = bySecond.apply((int) (after / 1_000_000_000L));
                await(begin + after, served);
                send(line, begin + after, served);
            }
        });
    }

    private static void await(long due, Served served) {
        long wait = due - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
            served.wokenLate(System.nanoTime() - due);
        }
    }

    private void send(HttpLine line, long from, Served served) {
        try {
            served.answered(line.send(posts.next()), System.nanoTime() - from);
        } catch (IOException e) {
            served.answered(BROKEN, System.nanoTime() - from);
        }
    }

    private void onEach(Consumer<HttpLine> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                all.add(threads.submit(() -> {
                    try (HttpLine line = new HttpLine(port)) {
                        work.accept(line);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the generator failed", e.getCause());
        }
    }
}
