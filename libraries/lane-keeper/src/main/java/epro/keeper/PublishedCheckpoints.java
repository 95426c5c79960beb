package epro.keeper;

import epro.lane.Checkpoint;
import java.util.Optional;

/** What is known of this service's checkpoints outside of its database. */
@FunctionalInterface
interface PublishedCheckpoints {

    /** The one with the highest epoch and number; empty if none was ever published. */
    Optional<Checkpoint> newest();
}
