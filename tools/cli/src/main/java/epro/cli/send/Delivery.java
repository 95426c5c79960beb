package epro.cli.send;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Sends one line until it is answered for good, as late as it is told to; with jitter, so that not all return at once. */
record Delivery(Post post, Duration patience) {

    private static final Duration AFTER_SILENCE = Duration.ofMillis(500);

    /** Sends one body once. */
    interface Post {
        Answer send(String body) throws InterruptedException;
    }

    /**
     * What came of a line.
     *
     * @param last the final answer, or the one at which patience ended
     */
    record Outcome(Answer last, int attempts) {}

    Outcome deliver(String body) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer answer = post.send(body);
        int attempts = 1;
        while (!isFinal(answer) && System.nanoTime() < deadline) {
            Thread.sleep(jittered(pause(answer)));
            answer = post.send(body);
            attempts++;
        }
        return new Outcome(answer, attempts);
    }

    private static boolean isFinal(Answer answer) {
        return switch (answer) {
            case Accepted _, Denied _ -> true;
            case Refused _, Unknown _ -> false;
        };
    }

    private static Duration pause(Answer answer) {
        return answer instanceof Refused(var _, Duration retryAfter) ? retryAfter : AFTER_SILENCE;
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(
                (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(1, 1.5)));
    }
}
