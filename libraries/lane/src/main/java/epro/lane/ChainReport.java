package epro.lane;

import java.util.Optional;

/**
 * What was found in one lane.
 *
 * @param entries how many entries were read
 * @param lastSequence of the last of them, 0 if there are none
 * @param firstFault the first place at which the chain does not hold; all after it is unproven
 */
public record ChainReport(String lane, long entries, long lastSequence, Optional<ChainFinding> firstFault) {}
