package epro.benchmarks.processing;

import epro.benchmarks.Scale;

/**
 * How much is measured.
 *
 * @param warmup records before anything is measured, and so what stands in the tables when it begins
 * @param warmupRounds rounds of all ways that count for nothing
 * @param burst records in a run of the batched ways
 * @param oneChain records in a run of the slowest
 * @param chainPerPartition records in a run of the second slowest
 * @param stored records in the tables when all is measured again
 * @param bursts how many runs are measured at either size
 * @param syncs how often the disk is asked
 */
record Size(
        int warmup,
        int warmupRounds,
        int burst,
        int oneChain,
        int chainPerPartition,
        int stored,
        int bursts,
        int syncs) {
    private static final Size FULL = new Size(10_000, 3, 20_000, 2_000, 6_000, 1_000_000, 3, 1_000);
    private static final Size QUICK = new Size(1_000, 1, 2_000, 200, 800, 10_000, 1, 200);

    static Size of(Scale scale) {
        return scale.quick() ? QUICK : FULL;
    }
}
