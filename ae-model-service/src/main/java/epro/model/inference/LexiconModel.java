package epro.model.inference;

import epro.clinical.Mention;
import epro.clinical.RedFlagDetector;
import epro.clinical.SymptomDetector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The first model: a lexicon of symptoms and alarming phrases in Chinese and English that respects negation, other
 * persons, the past and the merely feared. Deterministic, and explainable by the words that it knows.
 *
 * <p>Scores are fixed by kind, not learnt: they order what was found and are no probabilities.
 */
@Component
final class LexiconModel {
    static final String NAME = "ae-lexicon";
    static final String VERSION = RedFlagDetector.VERSION;

    private static final double ALARMING = 0.9;
    private static final double SYMPTOM = 0.7;

    private final RedFlagDetector redFlags = RedFlagDetector.standard();
    private final SymptomDetector symptoms = SymptomDetector.standard();

    /** One thing that the patient reports. */
    record Term(String system, String code, String display, double score) {}

    /**
     * What the model says of one text.
     *
     * @param score of its highest term, 0 where there is none
     */
    record Opinion(double score, List<Term> terms) {}

    /** @param language such as {@code zh} or {@code en-GB}; null: both lexicons are tried */
    Opinion read(String text, @Nullable String language) {
        Map<String, Term> terms = new LinkedHashMap<>();
        add(terms, redFlags.detect(text, language), "urn:epro:red-flag", ALARMING);
        add(terms, symptoms.detect(text, language), "urn:epro:symptom", SYMPTOM);
        double score = terms.values().stream().mapToDouble(Term::score).max().orElse(0);
        return new Opinion(score, new ArrayList<>(terms.values()));
    }

    private static void add(Map<String, Term> terms, List<Mention> mentions, String system, double score) {
        for (Mention mention : mentions) {
            if (mention.isReported()) {
                Term term = new Term(system, mention.concept(), mention.display(), score);
                terms.putIfAbsent(system + "|" + mention.concept(), term);
            }
        }
    }
}
