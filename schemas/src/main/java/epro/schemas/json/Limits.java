package epro.schemas.json;

/**
 * How much JSON is too much.
 *
 * @param depthMax how many arrays and objects may stand inside one another, the outermost included
 * @param stringLengthMax UTF-16 units of a text or a member's name
 * @param numberLengthMax characters of a number
 */
public record Limits(int depthMax, int stringLengthMax, int numberLengthMax) {

    public static final Limits STANDARD = new Limits(32, 65_536, 100);

    public Limits {
        requirePositive("depthMax", depthMax);
        requirePositive("stringLengthMax", stringLengthMax);
        requirePositive("numberLengthMax", numberLengthMax);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
