package epro.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Performs letters and cues, each at its moment, and returns when the last letter has been answered for good; what fails, fails the play. */
final class Play {

    /** Something done to the stack while letters are on their way. */
    record Cue(Duration at, Action action) {}

    @FunctionalInterface
    interface Action {
        void run() throws InterruptedException;
    }

    private final long start = System.nanoTime();

    private Play() {}

    static void perform(Courier courier, List<Letter> letters, List<Cue> cues) {
        Play play = new Play();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<CompletableFuture<Void>> onCue = cues.stream().map(cue -> play.at(cue.at(), cue.action(), threads));
            Stream<CompletableFuture<Void>> sent =
                    letters.stream().map(letter -> play.at(letter.at(), () -> courier.deliver(letter), threads));
            CompletableFuture.allOf(Stream.concat(onCue, sent).toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private CompletableFuture<Void> at(Duration moment, Action action, Executor threads) {
        return CompletableFuture.runAsync(() -> at(moment, action), threads);
    }

    private void at(Duration moment, Action action) {
        try {
            Thread.sleep(moment.minusNanos(System.nanoTime() - start));
            action.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the play was broken off");
        }
    }
}
