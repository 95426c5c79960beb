package epro.support.start;

/** A setting with which a service must not start; the message begins with the name of the property. */
public final class IllegalSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public IllegalSetting(String property, String complaint) {
        super(property + " " + complaint);
    }

    /**
     * Refuses a whole number below its minimum.
     *
     * @throws IllegalSetting such as "intake.buffer.capacity must be at least 1, was 0"
     */
    public static void requireAtLeast(String property, long minimum, long value) {
        if (value < minimum) {
            throw new IllegalSetting(property, "must be at least " + minimum + ", was " + value);
        }
    }
}
