package epro.simulator.regulator;

/**
 * What an address is allowed.
 *
 * @param connections how many TCP connections it may have open at once
 * @param startsInASecond how many requests it may start within any second
 */
public record Allowance(int connections, int startsInASecond) {

    /** What the regulator allows. */
    public static final Allowance USUAL = new Allowance(10, 10);

    public Allowance {
        if (connections < 1 || startsInASecond < 1) {
            throw new IllegalArgumentException("connections and starts in a second must be at least 1, were %d and %d"
                    .formatted(connections, startsInASecond));
        }
    }
}
