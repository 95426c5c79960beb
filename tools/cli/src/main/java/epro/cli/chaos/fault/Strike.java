package epro.cli.chaos.fault;

import java.time.Instant;
import java.util.List;

/**
 * One fault that struck.
 *
 * @param happened whether that was seen; a run whose faults were not seen does not count
 * @param proof what was seen
 * @param wrong what came of it that must not, whatever else holds
 */
public record Strike(String fault, Instant from, Instant healed, boolean happened, String proof, List<String> wrong) {}
