package epro.processing.harm;

/**
 * The level that a patient chose at one item.
 *
 * @param item the library's name of it
 */
public record SymptomLevel(String item, String path, int level) {

    @Override
    public String toString() {
        return "SymptomLevel[" + path + "]";
    }
}
