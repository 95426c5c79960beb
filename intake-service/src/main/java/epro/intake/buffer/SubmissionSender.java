package epro.intake.buffer;

import java.util.function.Consumer;

/** Brings submissions to the log. */
public interface SubmissionSender {

    /**
     * Hands over without waiting. The callback is called exactly once, on any thread, possibly before this method returns.
     */
    void send(EncodedSubmission submission, Consumer<Delivery> callback);
}
