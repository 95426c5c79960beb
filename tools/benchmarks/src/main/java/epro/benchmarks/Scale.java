package epro.benchmarks;

/**
 * How long to measure.
 *
 * @param quick whether all has to be over in less than a minute
 * @param rounds how often each lane is measured
 */
public record Scale(boolean quick, int rounds) {

    public Scale {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
        }
    }
}
