package epro.benchmarks.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Three times as much as gets through: a proxy delays what goes to the broker and comes back until about a thousand a second get
 * through, and for a minute three times of that come, whether they are answered or not.
 */
record Overload(Ground ground, Size size, Consumer<String> progress) {
    private static final double CAPACITY = 1_000;
    private static final double TIMES = 3;
    private static final double USUAL = 0.3;
    private static final int CONNECTIONS = 700;
    /** As many as the buffer takes at once, so that nobody is refused. */
    private static final int PERMITS = 250;

    private static final int CALIBRATIONS = 3;
    private static final Duration CALIBRATION = Duration.ofSeconds(6);
    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration AFTER = Duration.ofSeconds(15);
    private static final Duration FIRST_DELAY = Duration.ofMillis(10);
    private static final double AS_BEFORE = 1.5;

    /**
     * What came of it.
     *
     * @param capacity accepted a second when everybody waits for their answer
     * @param goodput accepted a second while too much came, until the last of it was answered
     * @param usualP99Ms at three tenths of the capacity, before
     * @param recoveredSeconds after the end, until in a second and in all after it everything is accepted and the p99 is about as before
     * @param heapGrowth what a collection of everything leaves of the heap after the overload, over what one leaves before it
     * @param leastHeapGrowth the least heap in use in the last third of the overload over that in the first: with what is dead,
     *     but was once taken for old
     * @param others answers that were neither 202 nor 503
     */
    record Outcome(
            double capacity,
            double goodput,
            double refusedP99Ms,
            double usualP99Ms,
            double recoveredSeconds,
            double heapGrowth,
            double leastHeapGrowth,
            long others) {}

    Outcome play() throws InterruptedException, IOException {
        Door ours = ground.throughProxy("overload");
        Generator generator = ours.generator(CONNECTIONS);
        LiveHeap live = new LiveHeap(ours.pid(), ground.metrics());
        generator.saturate(size.warmUp());
        double capacity = calibrated();
        progress.accept("%.0f a second get through; %.0f a second come".formatted(capacity, TIMES * capacity));
        Served before = generator.pace(USUAL * capacity, BEFORE);
        Served during = new Served();
        List<Served> after = bySecond();
        double leastGrowth;
        double liveBefore = live.bytes();
        long begin = System.nanoTime();
        try (HeapWatch heap = HeapWatch.of(ground.metrics())) {
            generator.pace(TIMES * capacity, size.overload(), _ -> during);
            leastGrowth = heap.growth();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        generator.pace(USUAL * capacity, AFTER, after::get);
        double liveAfter = live.bytes();
        ground.delay(Duration.ZERO);
        return new Outcome(
                capacity,
                during.accepted() / seconds,
                during.refusedMs(99),
                before.acceptedMs(99),
                recovered(after, before.acceptedMs(99)),
                liveAfter / liveBefore,
                leastGrowth,
                Stream.concat(Stream.of(before, during), after.stream())
                        .flatMap(served -> served.others().values().stream())
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** The delay is found by trying. */
    private double calibrated() throws InterruptedException {
        Generator crowd = ground.throughProxy("capacity").generator(PERMITS);
        Duration delay = FIRST_DELAY;
        double capacity = CAPACITY;
        for (int attempt = 0; attempt < CALIBRATIONS; attempt++) {
            delay = Duration.ofNanos((long) (delay.toNanos() * capacity / CAPACITY));
            ground.delay(delay);
            crowd.saturate(Duration.ofSeconds(1));
            capacity = crowd.saturate(CALIBRATION).accepted() / (CALIBRATION.toNanos() / 1e9);
        }
        return capacity;
    }

    private static List<Served> bySecond() {
        return IntStream.range(0, (int) AFTER.toSeconds())
                .mapToObj(_ -> new Served())
                .toList();
    }

    static double recovered(List<Served> after, double usualMs) {
        int second = after.size();
        while (second > 0 && isAsBefore(after.get(second - 1), usualMs)) {
            second--;
        }
        return second;
    }

    private static boolean isAsBefore(Served served, double usualMs) {
        return served.onlyAccepted() && served.acceptedMs(99) <= AS_BEFORE * usualMs;
    }
}
