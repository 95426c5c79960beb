package epro.benchmarks.intake;

import epro.benchmarks.Figures;
import java.util.SequencedMap;

/**
 * One round of one way.
 *
 * @param perSecond accepted a second, as fast as it goes
 * @param cpuMicros for each of these, by process
 * @param p50Ms at a steady pace, from when each ought to have been sent
 * @param lateMs how late, in one case of a hundred, the generator itself was at that pace
 * @param verified whether everything was accepted and is in the log, and nothing else
 */
record Round(
        double perSecond,
        SequencedMap<String, Double> cpuMicros,
        double p50Ms,
        double p99Ms,
        double lateMs,
        boolean verified) {
    /** From here on the generator measures itself as well. */
    private static final double SHARE_MOST = 0.5;

    private static final double LATE_MS_MOST = 5;

    static final String SERVER = "server";
    static final String BROKER = "kafka";
    static final String GENERATOR = "generator";

    /** Microseconds for one accepted, of server and broker together. */
    double servingMicros() {
        return cpu(SERVER) + cpu(BROKER);
    }

    double cpu(String process) {
        return cpuMicros.getOrDefault(process, 0.0);
    }

    /** Of the processor time that all of them took, how much is the generator's own. */
    double generatorShare() {
        double all = servingMicros() + cpu(GENERATOR);
        return all == 0 ? 0 : Figures.round(cpu(GENERATOR) / all);
    }

    /** It takes more of the processors than those whom it asks, or can't keep the pace. */
    boolean generatorIsTheBottleneck() {
        return generatorShare() > SHARE_MOST || lateMs > LATE_MS_MOST;
    }
}
