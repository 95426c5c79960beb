package epro.cli.rules;

import epro.clinical.Mention;
import epro.clinical.RedFlagDetector;

/**
 * A sentence and whether the rules found in it what it is about.
 *
 * @param found any reported mention of its concept, or of any where it names none
 */
record Judgement(Sentence sentence, boolean found) {

    static Judgement of(Sentence sentence, RedFlagDetector detector) {
        String concept = sentence.concept();
        boolean found = detector.detect(sentence.text(), sentence.language()).stream()
                .filter(Mention::isReported)
                .anyMatch(mention -> concept == null || mention.concept().equals(concept));
        return new Judgement(sentence, found);
    }

    boolean wrong() {
        return found != sentence.label();
    }
}
