package epro.processing.harm.proctcae;

/**
 * One item of the library.
 *
 * @param name such as {@code PROCTCAE_9A_SCL}
 */
public record LibraryItem(String name, Symptom symptom, Attribute attribute) {

    /** Whether a number is one of the item's levels. */
    public boolean hasLevel(int level) {
        return level >= 0 && level <= attribute.levelMax();
    }
}
