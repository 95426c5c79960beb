package epro.processing.submission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks again and again until there is an answer or the time is over; meant for virtual threads. */
@Component
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(50);

    <T> Optional<T> await(Duration longest, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + longest.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
