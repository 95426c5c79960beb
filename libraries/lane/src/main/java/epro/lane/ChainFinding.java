package epro.lane;

import org.jspecify.annotations.Nullable;

/**
 * A place where a chain, or the row of checkpoints over the chains, does not hold.
 *
 * @param lane the lane's name; {@code checkpoints/SERVICE/EPOCH} for a checkpoint, whose number is the sequence then
 * @param through up to where, of what was lost; else null
 */
public record ChainFinding(
        String lane,
        long sequence,
        ChainFault code,
        @Nullable Long through) {

    public ChainFinding(String lane, long sequence, ChainFault code) {
        this(lane, sequence, code, null);
    }
}
