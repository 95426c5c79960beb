package epro.lane;

/**
 * A place where a chain, or the row of checkpoints over the chains, does not hold.
 *
 * @param lane the lane's name; {@code checkpoints/SERVICE/EPOCH} for a checkpoint, whose number is the sequence then
 */
public record ChainFinding(String lane, long sequence, ChainFault code) {}
