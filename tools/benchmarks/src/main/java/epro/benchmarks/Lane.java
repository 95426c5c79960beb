package epro.benchmarks;

import java.util.SequencedMap;

/**
 * One way of doing it, over all rounds.
 *
 * @param p50Ms of the last round, like the other percentile
 * @param cpuMicros of processor time for one item, by process
 * @param verified whether all was done that had to be done
 */
public record Lane(
        Spread perSecond, double p50Ms, double p99Ms, SequencedMap<String, Double> cpuMicros, boolean verified) {}
