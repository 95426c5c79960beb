package epro.benchmarks.intake;

import epro.benchmarks.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What it costs that each record is on disk before it is acknowledged: through the shared producer's door, which takes most. */
record FlushPrice(Ground ground, Consumer<String> progress) {
    private static final int ROUNDS = 3;
    private static final double PACE = 3_000;
    private static final Duration SPAN = Duration.ofSeconds(8);

    /** Medians, with {@code flush.messages=1} and without. */
    record Outcome(double perSecondWith, double perSecondWithout, double p99With, double p99Without) {}

    Outcome measure() throws InterruptedException {
        Generator generator = ground.doors("flush").getFirst().generator(Rounds.CONNECTIONS);
        List<Double> fastWith = new ArrayList<>();
        List<Double> fastWithout = new ArrayList<>();
        List<Double> p99With = new ArrayList<>();
        List<Double> p99Without = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept("Flushing each record and not, %d of %d".formatted(round, ROUNDS));
            ground.flushEach(false);
            measure(generator, fastWithout, p99Without);
            ground.flushEach(true);
            measure(generator, fastWith, p99With);
        }
        return new Outcome(median(fastWith), median(fastWithout), median(p99With), median(p99Without));
    }

    private static void measure(Generator generator, List<Double> fast, List<Double> p99) throws InterruptedException {
        fast.add(generator.saturate(SPAN).accepted() / (SPAN.toNanos() / 1e9));
        p99.add(generator.pace(PACE, SPAN).acceptedMs(99));
    }

    private static double median(List<Double> figures) {
        return Spread.of(figures).median();
    }
}
