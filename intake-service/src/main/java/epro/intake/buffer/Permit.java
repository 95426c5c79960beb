package epro.intake.buffer;

import java.util.concurrent.CompletableFuture;

/** One submission's place in the buffer, from offer to the sender's callback. */
record Permit(EncodedSubmission submission, long bytes, long takenAt, CompletableFuture<Delivery> delivery) {

    static Permit of(EncodedSubmission submission, long now) {
        return new Permit(submission, submission.bytes(), now, new CompletableFuture<>());
    }

    Offer.Accepted accepted(Offer.Twin twin) {
        return new Offer.Accepted(submission.receivedAt(), delivery.copy(), twin);
    }
}
