package epro.benchmarks.processing;

import java.util.SequencedMap;

/**
 * One way's run over a stretch of the topic.
 *
 * @param p50Ms from the run's begin to a record's transaction, like the other percentile
 * @param cpuMicros of processor time for a record, by process
 * @param verified whether all that had to be written was, once, and holds
 */
record Burst(
        long records,
        double seconds,
        double p50Ms,
        double p99Ms,
        SequencedMap<String, Double> cpuMicros,
        boolean verified) {

    double perSecond() {
        return records / seconds;
    }
}
