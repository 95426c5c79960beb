package epro.e2e.realdata;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What {@code real-data.json} holds, in its order.
 *
 * @param sent of the data as received; all of them were sent a second time
 * @param predictedOtherwise submissions, damaged ones included, whose state or first reason the predictor did not foretell
 * @param twice submissions made more than once
 */
record RealDataFigures(
        int sent,
        long stored,
        Map<String, Long> rejected,
        long predictedOtherwise,
        long twice,
        String dataCheck,
        long duplicates,
        Part damaged) {

    /** What became of some submissions; rejections by first reason. */
    record Part(int sent, long stored, Map<String, Long> rejected) {

        static Part of(Collection<Sending> sendings, Map<String, Prediction> fates) {
            Map<String, Long> rejected = new TreeMap<>();
            long stored = 0;
            for (Sending sending : sendings) {
                Prediction fate = fates.get(sending.submissionId());
                stored += Prediction.STORED.equals(fate) ? 1 : 0;
                if (fate != null && fate.state().equals("REJECTED")) {
                    rejected.merge(Objects.requireNonNullElse(fate.code(), "none"), 1L, Long::sum);
                }
            }
            return new Part(sendings.size(), stored, rejected);
        }

        long arrived() {
            return stored
                    + rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
