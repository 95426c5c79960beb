package epro.benchmarks.intake;

import epro.benchmarks.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * What a client that does not heed its limit costs the others: a patient's app that sends twenty-five times as often as it may,
 * beside everybody else at a steady pace.
 */
record Noise(Ground ground, double pace, Consumer<String> progress) {
    private static final int ROUNDS = 3;
    private static final int NOISY_CONNECTIONS = 16;
    private static final double NOISE = 500;
    private static final Duration SPAN = Duration.ofSeconds(8);

    /**
     * Medians.
     *
     * @param p99Alone of the others without the noisy client
     * @param p99Beside of the others beside it
     * @param refused how many of the noisy client's requests were refused as too often, of all that it sent
     */
    record Outcome(double p99Alone, double p99Beside, double refused) {}

    Outcome measure() throws InterruptedException {
        Generator others = ground.doors("others").getLast().generator(Rounds.CONNECTIONS);
        Generator noisy = ground.onePatient("noise").generator(NOISY_CONNECTIONS);
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept("Without and with a noisy client, %d of %d".formatted(round, ROUNDS));
            alone.add(others.pace(pace, SPAN).acceptedMs(99));
            try (ExecutorService apart = Executors.newSingleThreadExecutor()) {
                Future<Served> noise = apart.submit(() -> noisy.pace(NOISE, SPAN));
                beside.add(others.pace(pace, SPAN).acceptedMs(99));
                refused.add(refusedShare(noise.get()));
            } catch (ExecutionException e) {
                throw new IllegalStateException("the noisy client failed", e.getCause());
            }
        }
        return new Outcome(median(alone), median(beside), median(refused));
    }

    private static double refusedShare(Served noise) {
        long tooOften = noise.others().getOrDefault(Served.TOO_OFTEN, 0L);
        return tooOften / (double) Math.max(1, noise.all());
    }

    private static double median(List<Double> figures) {
        return Spread.of(figures).median();
    }
}
