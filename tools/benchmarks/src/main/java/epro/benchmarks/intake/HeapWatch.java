package epro.benchmarks.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a service once a second how much of its heap is in use, until it is closed. */
final class HeapWatch implements AutoCloseable {
    private static final String USED = "jvm_memory_used_bytes{";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> used = new CopyOnWriteArrayList<>();
    private final HttpRequest question;

    private HeapWatch(URI metrics) {
        this.question = HttpRequest.newBuilder(metrics).build();
    }

    static HeapWatch of(URI metrics) {
        HeapWatch watch = new HeapWatch(metrics);
        var _ = watch.clock.scheduleWithFixedDelay(watch::ask, 0, 1, TimeUnit.SECONDS);
        return watch;
    }

    /** The least of the last third over the least of the first: what is left after a collection, then and now. */
    double growth() {
        int third = used.size() / 3;
        return third == 0 ? 0 : least(used.subList(used.size() - third, used.size())) / least(used.subList(0, third));
    }

    private void ask() {
        try {
            used.add(heap(http.send(question, BodyHandlers.ofString()).body()));
        } catch (IOException unanswered) {
            // The next second asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sum over its pools. */
    static double heap(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(USED) && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double least(List<Double> some) {
        return some.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
