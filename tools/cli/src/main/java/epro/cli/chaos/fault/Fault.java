package epro.cli.chaos.fault;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Something that goes wrong in operation.
 *
 * @param name as {@code --scenario} names it
 */
public record Fault(String name, Deed deed) {

    /**
     * What is seen of a fault.
     *
     * @param wrong what came of it that must not
     */
    record Seen(boolean happened, String proof, List<String> wrong) {

        Seen(boolean happened, String proof) {
            this(happened, proof, List.of());
        }

        /** Both of them. */
        Seen and(Seen other) {
            return new Seen(
                    happened && other.happened,
                    proof + "; " + other.proof,
                    Stream.concat(wrong.stream(), other.wrong.stream()).toList());
        }
    }

    /** Does harm, lets it last, and heals it: afterwards everything runs again. */
    @FunctionalInterface
    interface Deed {
        Seen strike(Grounds grounds, RandomGenerator dice) throws Exception;
    }

    /**
     * Where the harm can't be done, or is refused, or can't be healed, that is a fault that was not seen to happen; what it has left
     * behind is found when the run is over.
     */
    public Strike strike(Grounds grounds, RandomGenerator dice) throws InterruptedException {
        var from = grounds.now();
        Seen seen = attempt(grounds, dice);
        return new Strike(name, from, grounds.now(), seen.happened(), seen.proof(), seen.wrong());
    }

    private Seen attempt(Grounds grounds, RandomGenerator dice) throws InterruptedException {
        try {
            return deed.strike(grounds, dice);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new Seen(false, "cut short: " + e.getMessage());
        }
    }
}
