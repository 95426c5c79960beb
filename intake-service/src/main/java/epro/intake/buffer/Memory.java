package epro.intake.buffer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged lately, so that the same again is answered as the first was. The oldest make way for the newest.
 * Confined to the buffer's lock.
 */
final class Memory {
    private final int entriesMax;
    private final long ageMaxNanos;
    private final LinkedHashMap<UUID, Acknowledgement> byKey = new LinkedHashMap<>();

    Memory(BufferSettings settings) {
        this.entriesMax = settings.remembered();
        this.ageMaxNanos = settings.rememberedFor().toNanos();
    }

    /** A submission's place in the log. */
    record Acknowledgement(String contentHash, Instant receivedAt, Delivery.Acknowledged place, long at) {

        Offer answer(EncodedSubmission again) {
            return contentHash.equals(again.contentHash())
                    ? new Offer.Accepted(receivedAt, CompletableFuture.completedFuture(place), Offer.Twin.ACKNOWLEDGED)
                    : new Offer.Conflicting();
        }
    }

    void remember(EncodedSubmission submission, Delivery.Acknowledged place, long now) {
        byKey.putLast(
                submission.submissionKey(),
                new Acknowledgement(submission.contentHash(), submission.receivedAt(), place, now));
        while (!byKey.isEmpty()
                && (byKey.size() > entriesMax || isOver(byKey.firstEntry().getValue(), now))) {
            byKey.pollFirstEntry();
        }
    }

    @Nullable
    Acknowledgement recall(UUID submissionKey, long now) {
        var acknowledgement = byKey.get(submissionKey);
        return acknowledgement == null || isOver(acknowledgement, now) ? null : acknowledgement;
    }

    private boolean isOver(Acknowledgement acknowledgement, long now) {
        return now - acknowledgement.at() > ageMaxNanos;
    }
}
