package epro.processing.assessment;

import epro.processing.suspicion.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed question to the model.
 *
 * @param id random to the model: it learns nothing else of who wrote
 * @param claims how often it was claimed, this time included
 * @param failures how often it failed while others succeeded
 */
record Assessment(UUID id, Subject subject, @Nullable String language, List<Text> texts, int claims, int failures) {

    boolean wasAskedBefore() {
        return claims > 1;
    }

    int characters() {
        return texts.stream().mapToInt(text -> text.text().length()).sum();
    }

    /** The same question, of a text that nobody wrote and that says nothing. */
    Assessment withPlainText() {
        return new Assessment(UUID.randomUUID(), subject, language, List.of(new Text("", "OK")), claims, failures);
    }

    @Override
    public String toString() {
        return "Assessment[" + id + "]";
    }
}
