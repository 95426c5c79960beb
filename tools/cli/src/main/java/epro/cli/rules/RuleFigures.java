package epro.cli.rules;

import epro.clinical.RedFlagDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules were worth on a file.
 *
 * @param sha256 of the file
 * @param aucRoc of a detector that says yes or no: the mean of its true positive and true negative rate
 * @param slices by language and by trap, such as {@code language:zh} and {@code trap:negation}
 * @param worst every sentence that was judged wrongly, the misses first
 */
record RuleFigures(
        String sha256,
        int n,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        @Nullable Double aucRoc,
        Map<String, Slice> slices,
        List<Wrong> worst) {

    /** A part of the file. */
    record Slice(
            int n, @Nullable Double precision, @Nullable Double recall) {}

    /** A sentence that was judged wrongly. */
    record Wrong(
            String text,
            @Nullable String language,
            @Nullable String concept,
            int label,
            boolean found) {}

    static RuleFigures of(SentenceFile file, RedFlagDetector detector) {
        List<Judgement> judgements = file.sentences().stream()
                .map(sentence -> Judgement.of(sentence, detector))
                .toList();
        Counts all = Counts.of(judgements);
        return new RuleFigures(
                file.sha256(),
                all.n(),
                all.precision(),
                all.recall(),
                all.f1(),
                all.aucRoc(),
                slices(judgements),
                worst(judgements));
    }

    private static Map<String, Slice> slices(List<Judgement> judgements) {
        Map<String, List<Judgement>> parts = new TreeMap<>();
        for (Judgement judgement : judgements) {
            put(parts, "language:", judgement.sentence().language(), judgement);
            put(parts, "trap:", judgement.sentence().trap(), judgement);
        }
        Map<String, Slice> slices = new TreeMap<>();
        parts.forEach((name, part) -> slices.put(name, slice(Counts.of(part))));
        return slices;
    }

    private static void put(
            Map<String, List<Judgement>> parts, String kind, @Nullable String value, Judgement judgement) {
        if (value != null) {
            parts.computeIfAbsent(kind + value, _ -> new ArrayList<>()).add(judgement);
        }
    }

    private static Slice slice(Counts counts) {
        return new Slice(counts.n(), counts.precision(), counts.recall());
    }

    private static List<Wrong> worst(List<Judgement> judgements) {
        return judgements.stream()
                .filter(Judgement::wrong)
                .sorted((one, other) -> Boolean.compare(one.found(), other.found()))
                .map(judgement -> wrong(judgement.sentence(), judgement.found()))
                .toList();
    }

    private static Wrong wrong(Sentence sentence, boolean found) {
        return new Wrong(sentence.text(), sentence.language(), sentence.concept(), sentence.label() ? 1 : 0, found);
    }
}
