package epro.benchmarks;

import java.util.List;

/** Figures as people read them. */
public final class Figures {
    private static final double THOUSANDTH = 1_000;

    private Figures() {}

    /** To three places. */
    public static double round(double figure) {
        return Math.round(figure * THOUSANDTH) / THOUSANDTH;
    }

    /** The smallest of these nanoseconds that this share of them does not exceed, in milliseconds; 0 if there are none. */
    public static double percentileMs(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.isEmpty() ? 0 : round(sorted.get(Math.max(0, rank - 1)) / 1e6);
    }
}
