package epro.intake.buffer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The buffer's answer to a submission, given at once. */
public sealed interface Offer {

    /**
     * It is on its way.
     *
     * @param submission what is sent, which is the earlier one where a send is shared
     * @param delivery completes with what became of it, never exceptionally
     * @param shared whether an equal submission was on its way already and this one goes with it
     */
    record Accepted(EncodedSubmission submission, CompletableFuture<Delivery> delivery, boolean shared)
            implements Offer {}

    /** The same patient and id are on their way with other content. */
    record Conflicting() implements Offer {}

    /** There is no room; at the measured rate there will be after this long. */
    record Full(Duration retryAfter) implements Offer {}

    /** The broker has fallen silent, so sending more would only be waiting. */
    record Unreachable(Duration retryAfter) implements Offer {}

    /** The buffer takes nothing any more. */
    record Closed() implements Offer {}
}
