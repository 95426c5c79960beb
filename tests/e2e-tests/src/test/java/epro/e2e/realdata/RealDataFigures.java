package epro.e2e.realdata;

import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code real-data.json} holds, in its order: of the data as received and its damaged copies.
 *
 * @param predictedOtherwise submissions whose state or first reason the predictor did not foretell
 * @param twice submissions made more than once
 */
record RealDataFigures(
        int sent,
        long stored,
        Map<String, Long> rejected,
        long predictedOtherwise,
        long twice,
        String dataCheck,
        int sentAgain,
        long duplicates) {

    static Map<String, Long> rejected(Iterable<Prediction> fates) {
        Map<String, Long> rejected = new TreeMap<>();
        for (Prediction fate : fates) {
            if (fate.state().equals("REJECTED")) {
                rejected.merge(String.valueOf(fate.code()), 1L, Long::sum);
            }
        }
        return rejected;
    }
}
