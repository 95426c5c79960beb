package epro.cli.demo;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a letter as a good client does: again under the same id while it is refused, as late as it was told to, or while
 * nobody knows; until it is answered for good or patience ends. Keeps every answer. Thread-safe.
 */
final class Courier {

    private static final Duration AFTER_SILENCE = Duration.ofMillis(500);

    /** How many times the first pause. */
    private static final int LONGEST_PAUSE = 5;

    private final Post post;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration patience;

    Courier(Post post, Ledger ledger, InstantSource clock, Duration patience) {
        this.post = post;
        this.ledger = ledger;
        this.clock = clock;
        this.patience = patience;
    }

    void deliver(Letter letter) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int number = 1;
        boolean again = true;
        while (again) {
            Answer answer = attempt(letter, number);
            again = System.nanoTime() < deadline && worthAnotherAttempt(answer, number++);
            if (answer instanceof Accepted) {
                deliverAll(letter);
            }
        }
    }

    private void deliverAll(Letter answered) throws InterruptedException {
        for (Letter next : answered.next()) {
            deliver(next);
        }
    }

    private Answer attempt(Letter letter, int number) throws InterruptedException {
        Instant startedAt = clock.instant();
        long start = System.nanoTime();
        Answer answer = post.send(letter.body());
        ledger.enter(new Attempt(letter, number, startedAt, Duration.ofNanos(System.nanoTime() - start), answer));
        return answer;
    }

    private static boolean worthAnotherAttempt(Answer answer, int number) throws InterruptedException {
        return switch (answer) {
            case Accepted _, Denied _ -> false;
            case Refused(var _, Duration retryAfter) -> pause(retryAfter, number);
            case Unknown _ -> pause(AFTER_SILENCE, number);
        };
    }

    /** Longer from attempt to attempt, and up to half as long again, so that those refused together don't come back together. */
    private static boolean pause(Duration atLeast, int number) throws InterruptedException {
        double jitter = 1 + ThreadLocalRandom.current().nextDouble() / 2;
        Thread.sleep(Duration.ofNanos((long) (atLeast.toNanos() * Math.min(number, LONGEST_PAUSE) * jitter)));
        return true;
    }
}
