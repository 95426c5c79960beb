package epro.benchmarks.nmpa;

import java.util.random.RandomGenerator;

/**
 * How often a simulated regulator misbehaves.
 *
 * @param failed share of requests whose answer is of no use
 * @param busy share that is told to come again in a second
 * @param hung share that is answered later than anybody waits
 */
record Trouble(double failed, double busy, double hung) {
    static final Trouble NONE = new Trouble(0, 0, 0);
    static final Trouble BAD_DAY = new Trouble(0.09, 0.01, 0.005);

    Fate draw(RandomGenerator random) {
        double drawn = random.nextDouble();
        if (drawn < hung) {
            return Fate.HUNG;
        }
        if (drawn < hung + busy) {
            return Fate.BUSY;
        }
        return drawn < hung + busy + failed ? Fate.FAILED : Fate.ANSWERED;
    }

    /** What comes of a request. */
    enum Fate {
        ANSWERED,
        FAILED,
        BUSY,
        HUNG
    }
}
