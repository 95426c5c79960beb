package epro.processing.harm;

import java.util.Optional;
import java.util.stream.Stream;

/** How soon someone has to know; the later constant is the more urgent. */
public enum Urgency {
    ROUTINE(0),
    URGENT(1),
    EMERGENCY(2);

    private final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }

    /** The higher the sooner. */
    public int priority() {
        return priority;
    }

    static Optional<Urgency> named(String name) {
        return Stream.of(values())
                .filter(urgency -> urgency.name().equals(name))
                .findFirst();
    }
}
