package epro.intake.request;

import java.time.Duration;

/** A point on the monotonic clock by which something must be over. */
record Deadline(long nanoTime) {
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(4_700);

    /** That of an answer within five seconds, with what the way back takes. */
    static Deadline ofAnswer() {
        return in(ANSWER_WITHIN);
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return remainingNanos() <= 0;
    }

    long remainingNanos() {
        return nanoTime - System.nanoTime();
    }
}
