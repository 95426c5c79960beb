package epro.stack.wire;

import java.time.Duration;

/** What a {@link FaultProxy} does with the bytes that reach it. */
public sealed interface Behaviour {

    /** Passes them on. */
    record Passing() implements Behaviour {}

    /** Passes each piece on so much later; what arrives meanwhile waits behind it. */
    record Delaying(Duration by) implements Behaviour {}

    /** A black hole: takes connections and bytes from both sides and tells nobody anything, not even that one side has left. */
    record Swallowing() implements Behaviour {}

    /** Resets every connection, those that are open and those that are tried. */
    record Resetting() implements Behaviour {}

    /**
     * Passes so many more bytes of each connection, both directions together, and ends it where one more would follow:
     * wherever in a message that is.
     *
     * @param bytes from now on, of a later connection from its beginning
     */
    record CuttingAfter(long bytes) implements Behaviour {}
}
