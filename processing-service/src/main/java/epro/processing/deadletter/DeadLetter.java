package epro.processing.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record in quarantine, without anything of what it holds.
 *
 * @param bytes how long its value is; null if it has none
 * @param replayedAt when it was last sent through the topic once more; null if never
 */
record DeadLetter(
        String topicId,
        int partition,
        long offset,
        String reason,
        @Nullable Long bytes,
        Instant storedAt,
        @Nullable Instant replayedAt) {}
