package epro.cli.demo.trials;

import epro.cli.sync.RunWatch;
import epro.cli.sync.SyncClient;
import epro.cli.sync.SyncRun;
import epro.stack.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Takes trials of the regulator in and syncs them, while others are busy with patients. */
public final class TrialSync implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    private final RegulatorView regulator;
    private final SyncClient nmpa;

    public TrialSync(Endpoints stack) {
        this.regulator = new RegulatorView(URI.create(stack.required("EPRO_REGULATOR_URL")));
        this.nmpa = new SyncClient(URI.create(stack.required("EPRO_NMPA_URL")), stack.required("EPRO_TOKEN_OPS"));
    }

    /** Begins a run over so many trials; completed when it has ended and was compared with the register. */
    public CompletableFuture<Synced> begin(int trials) {
        CompletableFuture<Synced> synced = new CompletableFuture<>();
        Thread.ofVirtual().name("trial-sync").start(() -> {
            try {
                synced.complete(sync(trials));
            } catch (IOException | RuntimeException e) {
                synced.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                synced.completeExceptionally(e);
            }
        });
        return synced;
    }

    private Synced sync(int count) throws IOException, InterruptedException {
        List<String> numbers =
                regulator.statuses().keySet().stream().limit(count).toList();
        nmpa.add("application/x-ndjson", ndjson(numbers));
        long start = System.nanoTime();
        SyncRun ended = new RunWatch(nmpa, PAUSE, SILENCE_MAX).ended(nmpa.start(numbers), _ -> {});
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        Map<String, String> truth = regulator.statuses();
        List<JsonNode> trials = numbers.stream().map(this::trial).toList();
        long wrong = trials.stream()
                .filter(trial -> !trial.path("originalStatus")
                        .asString("")
                        .equals(truth.get(trial.path("registrationNumber").asString())))
                .count();
        return new Synced(
                ended, wrong, trials.stream().mapToLong(TrialSync::again).sum(), seconds, regulator.log());
    }

    private JsonNode trial(String number) {
        try {
            return nmpa.trial(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trials are compared", e);
        }
    }

    /** Status changes after the first one: the register has not moved. */
    static long again(JsonNode trial) {
        return Math.max(0, trial.path("history").size() - 1);
    }

    private static byte[] ndjson(List<String> numbers) {
        return numbers.stream()
                .map("{\"registrationNumber\":\"%s\"}\n"::formatted)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        nmpa.close();
        regulator.close();
    }
}
