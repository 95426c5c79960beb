package epro.processing.harm.proctcae;

import java.util.List;
import java.util.Locale;

/**
 * A symptom of the item library.
 *
 * @param number in the library; unique
 * @param display its term
 * @param attributes those that items ask for, in the library's order
 */
public record Symptom(int number, String display, List<Attribute> attributes) {
    /** The system of terms and item codes. */
    public static final String SYSTEM = "urn:nci:pro-ctcae";

    /** The term in small letters and hyphens, such as {@code mouth-or-throat-sores}. */
    public String code() {
        return display.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The attribute that is asked first: without it, the others don't apply. */
    public Attribute first() {
        return attributes.getFirst();
    }

    /** Whether it is only there or not, and so has no grade. */
    public boolean isPresence() {
        return first() == Attribute.PRESENCE;
    }
}
