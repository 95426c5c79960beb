package epro.cli.chaos.fault;

import java.time.Instant;

/**
 * One fault that struck.
 *
 * @param happened whether that was seen; a run whose faults were not seen does not count
 * @param proof what was seen
 */
public record Strike(String fault, Instant from, Instant healed, boolean happened, String proof) {}
