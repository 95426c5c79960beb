package epro.cli.audit.export;

import epro.lane.Checkpoint;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of exported checkpoints.
 *
 * @param offset on the topic; null for one that the database knows
 * @param checkpoint null if what stands there can't be read as one
 */
record CheckpointLine(@Nullable Long offset, @Nullable Checkpoint checkpoint) {

    CheckpointLine {
        if (checkpoint != null && isTorn(checkpoint)) {
            throw new IllegalArgumentException("a checkpoint lacks a field");
        }
    }

    private static boolean isTorn(Checkpoint checkpoint) {
        return Stream.of(
                                checkpoint.service(),
                                checkpoint.previousRoot(),
                                checkpoint.root(),
                                checkpoint.signedAt(),
                                checkpoint.keyFingerprint(),
                                checkpoint.publicKey(),
                                checkpoint.signature())
                        .anyMatch(Objects::isNull)
                || checkpoint.heads().stream().anyMatch(head -> head.lane() == null || head.hash() == null);
    }
}
