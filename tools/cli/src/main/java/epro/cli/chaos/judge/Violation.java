package epro.cli.chaos.judge;

/**
 * Something that does not hold.
 *
 * @param subject the submission's id, or the place in the log, or the lane
 */
public record Violation(Invariant invariant, String subject, String detail) {}
