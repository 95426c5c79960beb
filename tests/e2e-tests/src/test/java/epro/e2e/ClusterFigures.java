package epro.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code brokers.json} holds, by fault.
 *
 * @param silenceSeconds for how long nothing at all was acknowledged while something waited for it
 * @param partitionSilenceSeconds the same of each partition by itself, for the one that was silent longest
 * @param longestWaitSeconds from a submission's first attempt to its 202, for the one that waited longest
 * @param submissions how many were sent, and what became of them
 * @param refusals how often an attempt was answered otherwise than 202, by code
 */
record ClusterFigures(
        Map<String, Double> silenceSeconds,
        Map<String, Double> partitionSilenceSeconds,
        Map<String, Double> longestWaitSeconds,
        Map<String, Counts> submissions,
        Map<String, Map<String, Long>> refusals) {

    /** @param lost those that were acknowledged and whose record has no audit entry */
    record Counts(long sent, long acknowledged, long lost) {}

    ClusterFigures() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void count(String fault, Load load, long lost) {
        submissions.put(fault, new Counts(load.sent(), load.acknowledged(), lost));
        refusals.put(fault, load.refusals());
    }

    void time(String fault, Load load) {
        silenceSeconds.put(fault, seconds(load.longestSilence()));
        partitionSilenceSeconds.put(fault, seconds(load.longestSilenceOfAPartition()));
        longestWaitSeconds.put(fault, seconds(load.longestWait()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
