package epro.intake.buffer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The buffer's answer to a submission, given at once. */
public sealed interface Offer {

    /**
     * It is on its way, or an equal one stands in the log.
     *
     * @param receivedAt when the one that is, or was, sent came in
     * @param delivery completes with what became of it, never exceptionally
     * @param twin the equal one that was here before
     */
    record Accepted(Instant receivedAt, CompletableFuture<Delivery> delivery, Twin twin) implements Offer {}

    /** An equal submission: same patient, id and content. */
    enum Twin {
        /** There was none. */
        NONE,
        /** This one goes with it. */
        ON_ITS_WAY,
        /** It was acknowledged lately, and this one is not sent. */
        ACKNOWLEDGED
    }

    /** The same patient and id are on their way, or were acknowledged lately, with other content. */
    record Conflicting() implements Offer {}

    /** There is no room; at the measured rate there will be after this long. */
    record Full(Duration retryAfter) implements Offer {}

    /** The broker has fallen silent, so sending more would only be waiting; one a second is let through to see. */
    record Unreachable() implements Offer {}

    /** The buffer takes nothing any more. */
    record Closed() implements Offer {}
}
