package epro.benchmarks.nmpa;

import epro.nmpa.quota.Quota;
import epro.simulator.regulator.Allowance;
import epro.simulator.regulator.ErrorMix;
import epro.simulator.regulator.Latency;
import epro.simulator.regulator.RegulatorSettings;
import java.time.Duration;

/**
 * What is run: so many trials at a regulator that works so long at each.
 *
 * @param patience after which it is given up: who is refused again and again may never get done
 * @param seed of the regulator's latencies and errors
 */
record Course(int trials, Latency latency, ErrorMix errors, Duration hang, Duration patience, long seed) {
    private static final Duration NEVER = Duration.ofSeconds(1);

    /** A regulator that always needs the same time, and errs never; as many trials as fit into so many seconds. */
    static Course steady(double seconds, Quota quota, Duration latency, long seed) {
        int trials = Bound.trialsWithin(seconds, quota, latency);
        Duration patience = Duration.ofMillis((long) (seconds * 1_500)).plusSeconds(2);
        return new Course(trials, new Latency(latency, latency), ErrorMix.NONE, NEVER, patience, seed);
    }

    /** A regulator on a bad day, hanging longer than anybody waits. */
    static Course badDay(int trials, Duration hang, long seed) {
        ErrorMix errors =
                ErrorMix.parse("server-error=0.03,truncated=0.02,empty=0.02,other-trial=0.02,busy=0.01,hang=0.01");
        Duration patience = Duration.ofSeconds(trials).plus(hang.multipliedBy(2));
        return new Course(trials, Latency.parse("50ms..1s"), errors, hang, patience, seed);
    }

    /** Bans nobody, so that all that is too much is counted. */
    RegulatorSettings regulator() {
        return new RegulatorSettings(
                RegulatorSettings.LOOPBACK, 0, Allowance.USUAL, latency, errors, hang, Duration.ZERO, seed);
    }
}
