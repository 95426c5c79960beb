package epro.cli.demo;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Every answer that the client was given, in the order of arrival. Thread-safe; nothing is ever taken out. */
final class Ledger {

    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void enter(Attempt attempt) {
        attempts.add(attempt);
        switch (attempt.answer()) {
            case Accepted _ -> accepted.increment();
            case Refused _ -> refused.increment();
            case Unknown _, Denied _ -> {}
        }
    }

    /** So far; cheap enough to be shown live. */
    long accepted() {
        return accepted.sum();
    }

    long refused() {
        return refused.sum();
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    Stream<Attempt> acceptedAttempts() {
        return attempts.stream().filter(attempt -> attempt.answer() instanceof Accepted);
    }

    /** The records that were acknowledged to the client, each once. */
    List<Place> places() {
        return attempts.stream()
                .map(Attempt::answer)
                .flatMap(answer -> answer instanceof Accepted(Place place, var _) ? Stream.of(place) : Stream.empty())
                .distinct()
                .toList();
    }
}
