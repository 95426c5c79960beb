package epro.schemas.json;

/**
 * How much JSON is too much.
 *
 * @param depthMax how many arrays and objects may stand inside one another, the outermost included
 * @param stringBytesMax bytes of a text or a member's name in UTF-8
 * @param numberDigitsMax digits of a number, those of its exponent included
 */
public record Limits(int depthMax, int stringBytesMax, int numberDigitsMax) {

    public static final Limits STANDARD = new Limits(32, 65_536, 100);

    public Limits {
        requirePositive("depthMax", depthMax);
        requirePositive("stringBytesMax", stringBytesMax);
        requirePositive("numberDigitsMax", numberDigitsMax);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
