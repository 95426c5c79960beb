package epro.simulator.regulator;

import java.time.Duration;
import java.util.Map;

/**
 * How the simulated regulator behaves.
 *
 * @param host the address on which it listens
 * @param port 0 for any
 * @param allowed what it allows an address
 * @param latency of every answer but refusals, which come at once
 * @param hang how late the answer of a {@link Fault#HANG} comes
 * @param ban how long an address is banned
 * @param seed of latencies and faults
 */
public record RegulatorSettings(
        String host,
        int port,
        Allowance allowed,
        Latency latency,
        ErrorMix errors,
        Duration hang,
        Duration ban,
        long seed) {

    /** Where nobody beyond this machine reaches it. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final String PREFIX = "REGULATOR_";

    /**
     * What is not named in the environment is as usual: this machine only, ten connections and ten starts in any second, 50 to
     * 300 ms, no errors, 20 s, a minute.
     */
    public static RegulatorSettings of(Map<String, String> environment) {
        return new RegulatorSettings(
                environment.getOrDefault(PREFIX + "HOST", LOOPBACK),
                Integer.parseInt(environment.getOrDefault(PREFIX + "PORT", "0")),
                allowance(environment),
                Latency.parse(environment.getOrDefault(PREFIX + "LATENCY", "50ms..300ms")),
                ErrorMix.parse(environment.getOrDefault(PREFIX + "ERRORS", "")),
                Durations.parse(environment.getOrDefault(PREFIX + "HANG", "20s")),
                Durations.parse(environment.getOrDefault(PREFIX + "BAN", "1m")),
                Long.parseLong(environment.getOrDefault(PREFIX + "SEED", "1")));
    }

    private static Allowance allowance(Map<String, String> environment) {
        String connections = environment.get(PREFIX + "CONNECTIONS");
        String starts = environment.get(PREFIX + "STARTS_IN_A_SECOND");
        return new Allowance(
                connections == null ? Allowance.USUAL.connections() : Integer.parseInt(connections),
                starts == null ? Allowance.USUAL.startsInASecond() : Integer.parseInt(starts));
    }
}
