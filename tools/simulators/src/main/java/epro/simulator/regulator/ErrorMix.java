package epro.simulator.regulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often which fault happens.
 *
 * @param shares of all requests; together at most 1
 */
public record ErrorMix(Map<Fault, Double> shares) {

    /** Nothing ever fails. */
    public static final ErrorMix NONE = new ErrorMix(Map.of());

    public ErrorMix {
        shares = Map.copyOf(shares);
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 || shares.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("errors must be 0 or more and at most 1 together, was " + shares);
        }
    }

    /** Reads {@code server-error=0.05,hang=0.01}; the empty text means none. */
    public static ErrorMix parse(String text) {
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            String[] sides = part.strip().split("=", 2);
            if (sides.length < 2) {
                throw new IllegalArgumentException("an error is written like hang=0.01, was " + part);
            }
            shares.put(Fault.named(sides[0]), Double.parseDouble(sides[1]));
        }
        return new ErrorMix(shares);
    }

    Optional<Fault> draw(RandomGenerator random) {
        double left = random.nextDouble();
        for (Fault fault : Fault.values()) {
            left -= shares.getOrDefault(fault, 0.0);
            if (left < 0) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
