package epro.simulator.regulator;

import java.time.Instant;
import java.util.List;

/**
 * What the regulator itself has seen, as {@code GET /_log} shows it; observers' requests and connections don't count.
 *
 * @param connectionsMost TCP connections of one address that were open at once
 * @param startsMostInASecond requests of one address that arrived within any second
 * @param violations of the quota, the first thousand of them
 */
public record RegulatorLog(
        long requests, int connectionsMost, int startsMostInASecond, List<Violation> violations, int bans) {

    /** What a caller did that he may not: {@code connections} or {@code starts}. */
    public record Violation(String kind, Instant at) {}
}
