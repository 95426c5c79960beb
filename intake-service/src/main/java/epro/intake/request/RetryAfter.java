package epro.intake.request;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again what can't be taken now, not the same for each, so that a crowd refused together does not come back together. */
enum RetryAfter {
    /** Whatever hinders is over soon, or asked for again once a second. */
    SOON(1, 3),
    /** Another process is to take this one's place. */
    RESTARTED(5, 8);

    private final int least;
    private final int most;

    RetryAfter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whole seconds, as the header has them. */
    Duration spread() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(least, most + 1));
    }
}
