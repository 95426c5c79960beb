package epro.cli.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Right and wrong judgements counted; what is divided by nothing is null.
 *
 * @param hits found and reported
 * @param falseAlarms found, but not reported
 * @param misses reported, but not found
 * @param rests neither
 */
record Counts(int hits, int falseAlarms, int misses, int rests) {

    static Counts of(List<Judgement> judgements) {
        return new Counts(
                count(judgements, true, true),
                count(judgements, false, true),
                count(judgements, true, false),
                count(judgements, false, false));
    }

    int n() {
        return hits + falseAlarms + misses + rests;
    }

    @Nullable
    Double precision() {
        return share(hits, hits + falseAlarms);
    }

    @Nullable
    Double recall() {
        return share(hits, hits + misses);
    }

    /** The harmonic mean of precision and recall. */
    @Nullable
    Double f1() {
        return hits + falseAlarms + misses == 0 ? null : share(2 * hits, 2 * hits + falseAlarms + misses);
    }

    /**
     * The area under the curve of a detector that says yes or no and gives no score: its one point joined to the
     * corners, (true positive rate + true negative rate) / 2.
     */
    @Nullable
    Double aucRoc() {
        Double truePositives = recall();
        Double trueNegatives = share(rests, rests + falseAlarms);
        return truePositives == null || trueNegatives == null ? null : (truePositives + trueNegatives) / 2;
    }

    private static int count(List<Judgement> judgements, boolean label, boolean found) {
        return (int) judgements.stream()
                .filter(judgement -> judgement.sentence().label() == label && judgement.found() == found)
                .count();
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
