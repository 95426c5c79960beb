package epro.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a process that died is started again: always, unless it has died more than five times within a minute. */
final class RestartPolicy {

    private static final int DEATHS_MAX = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> deaths = new ArrayDeque<>();

    /** Counts a death; false: it is one too many. Not thread-safe. */
    boolean startsAgainAfterDeathAt(Instant death) {
        deaths.addLast(death);
        while (deaths.getFirst().isBefore(death.minus(WINDOW))) {
            deaths.removeFirst();
        }
        return deaths.size() <= DEATHS_MAX;
    }
}
