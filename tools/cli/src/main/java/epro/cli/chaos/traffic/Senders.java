package epro.cli.chaos.traffic;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Good clients: each message is sent at its time and again under its id while it is refused or nobody knows, as late as was
 * asked for, at one of the doors by lot; until it is answered for good or patience ends. One in ten gives up at once where it is
 * not, so that what is refused, or known to nobody, stays so.
 */
public final class Senders implements AutoCloseable {

    private static final Duration AFTER_SILENCE = Duration.ofMillis(700);
    private static final double GIVES_UP = 0.1;

    private final List<Door> doors;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Takes one body and tells what came back. */
    @FunctionalInterface
    public interface Door {
        Answer send(String body) throws InterruptedException;
    }

    /** @param patience how long a message is tried, from its first attempt */
    public Senders(List<Door> doors, Ledger ledger, InstantSource clock, Duration patience) {
        this.doors = List.copyOf(doors);
        this.ledger = ledger;
        this.clock = clock;
        this.patience = patience;
    }

    /** Begins to send and returns at once; the future is done when the last message is. */
    public Future<?> begin(List<Message> messages, RandomGenerator dice) {
        long start = System.nanoTime();
        List<Future<?>> sent = messages.stream()
                .<Future<?>>map(message -> {
                    int door = dice.nextInt(doors.size());
                    Duration trying = dice.nextDouble() < GIVES_UP ? Duration.ZERO : patience;
                    return threads.submit(() -> {
                        Thread.sleep(Duration.ofNanos(
                                Math.max(0, start + message.at().toNanos() - System.nanoTime())));
                        return deliver(message, door, trying);
                    });
                })
                .toList();
        return threads.submit(() -> {
            for (Future<?> one : sent) {
                one.get();
            }
            return null;
        });
    }

    private Void deliver(Message message, int firstDoor, Duration trying) throws InterruptedException {
        long deadline = System.nanoTime() + trying.toNanos();
        int door = firstDoor;
        while (!settled(attempt(message, door)) && System.nanoTime() < deadline) {
            door = (door + 1) % doors.size();
        }
        return null;
    }

    private Answer attempt(Message message, int door) throws InterruptedException {
        var sentAt = clock.instant();
        ledger.begin(message, sentAt);
        Answer answer = doors.get(door).send(message.body());
        ledger.enter(new Attempt(message, door, sentAt, clock.instant(), answer));
        return answer;
    }

    /** Whether this answer is the last; waits as long as it asks for if it is not. */
    private static boolean settled(Answer answer) throws InterruptedException {
        return switch (answer) {
            case Accepted _, Denied _ -> true;
            case Refused(var _, Duration retryAfter) -> pause(retryAfter);
            case Unknown _ -> pause(AFTER_SILENCE);
        };
    }

    private static boolean pause(Duration length) throws InterruptedException {
        Thread.sleep(length);
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
