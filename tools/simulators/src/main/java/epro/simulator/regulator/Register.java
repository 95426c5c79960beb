package epro.simulator.regulator;

import java.util.List;
import java.util.Optional;

/** What the regulator knows, and how it moves on. Thread-safe. */
public interface Register {

    Optional<Trial> find(String registrationNumber);

    /** All trials as they are now. */
    List<Trial> trials();

    /** Moves on to the next state and names it; empty if there is none, and then nothing has changed. */
    Optional<String> advance();
}
