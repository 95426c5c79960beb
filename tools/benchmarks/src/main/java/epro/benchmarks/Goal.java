package epro.benchmarks;

/** What was promised, and what came of it. */
public record Goal(String name, String goal, double measured, boolean met) {

    public static Goal atMost(String name, double most, double measured) {
        return new Goal(name, "<= " + most, Figures.round(measured), measured <= most);
    }

    /** None of them may ever happen. */
    public static Goal none(String name, long measured) {
        return new Goal(name, "0", measured, measured == 0);
    }

    /** All of them have to. */
    public static Goal all(String name, long number, long measured) {
        return new Goal(name, Long.toString(number), measured, measured == number);
    }
}
