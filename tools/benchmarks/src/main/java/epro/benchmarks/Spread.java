package epro.benchmarks;

import java.util.List;

/** The middle one of some rounds, and how far the others lay from it. */
public record Spread(double median, double min, double max) {

    /** Of an even number the mean of the middle two. */
    public static Spread of(List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no rounds, no spread");
        }
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(round(median), round(sorted.getFirst()), round(sorted.getLast()));
    }

    private static double round(double figure) {
        return Figures.round(figure);
    }
}
