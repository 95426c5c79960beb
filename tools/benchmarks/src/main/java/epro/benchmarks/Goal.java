package epro.benchmarks;

/** What was promised, and what came of it. */
public record Goal(String name, String goal, double measured, boolean met) {

    public static Goal atMost(String name, double most, double measured) {
        return new Goal(name, "<= " + most, Figures.round(measured), measured <= most);
    }

    public static Goal atLeast(String name, double least, double measured) {
        return new Goal(name, ">= " + least, Figures.round(measured), measured >= least);
    }

    /** No farther from one than this share of it, on either side. */
    public static Goal flat(String name, double share, double measured) {
        return new Goal(name, "1 +- " + share, Figures.round(measured), Math.abs(measured - 1) <= share);
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
