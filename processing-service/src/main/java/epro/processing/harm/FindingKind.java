package epro.processing.harm;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something counts as a finding. */
public enum FindingKind {
    /** The composite grade is 2 or 3, or at least 2 whatever is missing. */
    COMPOSITE_GRADE,
    /** Severity 3 or 4, whatever the composite. */
    SEVERE_ATTRIBUTE,
    /** Two levels or more above the patient's previous answer or first one. */
    WORSENING,
    /** Something that is only there or not has come. */
    PRESENCE,
    /** Never there, and yet it weighs. */
    CONTRADICTORY,
    /** A threshold that the form declares. */
    THRESHOLD,
    /** An alarming phrase in free text. */
    RED_FLAG,
    /** A thought of harming oneself. */
    SELF_HARM,
    /** Seen by the model alone. */
    MODEL;

    /** The word in alert plans, such as {@code severe-attribute}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FindingKind> named(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
