package epro.e2e;

import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Submissions at a steady pace, each sent until it is answered 202. */
final class Load implements AutoCloseable {

    private static final int PATIENTS = 40;

    private final String studyId;
    private final GoodClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Place>> places = new ArrayList<>();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> refusals = new ConcurrentHashMap<>();

    /** From the first attempt to the 202, as the nanosecond clock tells. */
    private record Delivery(int partition, long begunAt, long answeredAt) {}

    Load(Pipeline pipeline, String studyId) {
        this.studyId = studyId;
        this.client = new GoodClient(pipeline, pipeline.intakeAddress(), this::hear);
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

    long sent() {
        return places.size();
    }

    long acknowledged() {
        return deliveries.size();
    }

    /** How often an attempt was answered otherwise than 202, by code. */
    Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }

    /** For how long nothing at all was answered 202 while something waited for it, at the most. */
    Duration longestSilence() {
        return longestSilence(List.copyOf(deliveries));
    }

    /** The same of each partition by itself: of the one that was silent longest. */
    Duration longestSilenceOfAPartition() {
        return deliveries.stream().collect(groupingBy(Delivery::partition)).values().stream()
                .map(Load::longestSilence)
                .max(naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration longestSilence(List<Delivery> answered) {
        List<Delivery> lastFirst = answered.stream()
                .sorted(comparingLong(Delivery::answeredAt).reversed())
                .toList();
        long longest = 0;
        long waitingSince = Long.MAX_VALUE;
        for (int index = 0; index < lastFirst.size(); index++) {
            Delivery delivery = lastFirst.get(index);
            waitingSince = Math.min(waitingSince, delivery.begunAt());
            boolean first = index + 1 == lastFirst.size();
            long silentSince = first
                    ? waitingSince
                    : Math.max(waitingSince, lastFirst.get(index + 1).answeredAt());
            longest = Math.max(longest, delivery.answeredAt() - silentSince);
        }
        return Duration.ofNanos(longest);
    }

    /** How long the one submission took that took longest, all its attempts together. */
    Duration longestWait() {
        return Duration.ofNanos(deliveries.stream()
                .mapToLong(one -> one.answeredAt() - one.begunAt())
                .max()
                .orElse(0));
    }

    private Place deliver(String body) {
        long begunAt = System.nanoTime();
        Place place = client.deliver(body).place();
        deliveries.add(new Delivery(place.partition(), begunAt, System.nanoTime()));
        return place;
    }

    private void hear(Answer answer) {
        switch (answer) {
            case Answer.Accepted _ -> {}
            case Answer.Refused(String code, Duration _) -> refusals.merge(code, 1L, Long::sum);
            case Answer.Unknown(String why) -> refusals.merge(why, 1L, Long::sum);
            case Answer.Denied(int _, String code) -> refusals.merge(code, 1L, Long::sum);
        }
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
