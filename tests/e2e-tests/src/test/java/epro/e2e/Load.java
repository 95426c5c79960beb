package epro.e2e;

import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Submissions at a steady pace, each sent until it is answered 202. */
final class Load implements AutoCloseable {

    private static final int PATIENTS = 40;

    private final String studyId;
    private final GoodClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Place>> places = new ArrayList<>();
    private final Queue<Long> answeredAt = new ConcurrentLinkedQueue<>();

    Load(Pipeline pipeline, String studyId) {
        this.studyId = studyId;
        this.client = new GoodClient(pipeline);
    }

    /** Begins to send and returns at once. */
    Load begin(int submissions, Duration span) {
        for (int number = 0; number < submissions; number++) {
            String body = body(number);
            long at = span.multipliedBy(number).dividedBy(submissions).toNanos();
            Executor then = CompletableFuture.delayedExecutor(at, TimeUnit.NANOSECONDS, threads);
            places.add(CompletableFuture.supplyAsync(() -> deliver(body), then));
        }
        return this;
    }

    /** Where the records stand that were answered 202; fails if a submission never was. */
    List<Place> end() {
        return places.stream().map(CompletableFuture::join).distinct().toList();
    }

    /** For how long nothing at all was answered 202, at the most, between the first and the last that was. */
    Duration longestSilence() {
        List<Long> times = answeredAt.stream().sorted().toList();
        return Duration.ofNanos(IntStream.range(1, times.size())
                .mapToLong(next -> times.get(next) - times.get(next - 1))
                .max()
                .orElse(0));
    }

    private Place deliver(String body) {
        Place place = client.deliver(body).place();
        answeredAt.add(System.nanoTime());
        return place;
    }

    private String body(int number) {
        String patient = "p-" + number % PATIENTS;
        return new Diary(studyId, patient, "%s-%d".formatted(studyId, number), number % 11).json();
    }

    @Override
    public void close() {
        threads.close();
        client.close();
    }
}
