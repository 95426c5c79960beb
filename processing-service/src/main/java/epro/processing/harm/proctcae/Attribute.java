package epro.processing.harm.proctcae;

import java.util.Locale;

/** What an item asks about its symptom. */
public enum Attribute {
    FREQUENCY,
    SEVERITY,
    INTERFERENCE,
    AMOUNT,
    PRESENCE;

    static final int LEVEL_MAX = 4;

    /** The word in findings and events, such as {@code severity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The highest level that can be chosen: 4, and 1 of what is only there or not. */
    int levelMax() {
        return this == PRESENCE ? 1 : LEVEL_MAX;
    }

    static Attribute of(char letter) {
        for (Attribute attribute : values()) {
            if (attribute.name().charAt(0) == letter) {
                return attribute;
            }
        }
        throw new IllegalArgumentException("no attribute begins with " + letter);
    }
}
