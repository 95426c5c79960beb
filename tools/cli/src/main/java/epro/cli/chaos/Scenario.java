package epro.cli.chaos;

import epro.cli.chaos.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What goes wrong in one run, and when; all of it follows from seed and number.
 *
 * @param faults one after the other
 * @param pauses before each of them
 */
record Scenario(List<Fault> faults, List<Duration> pauses) {

    private static final double A_SECOND_FAULT = 0.3;
    private static final long EARLIEST_MILLIS = 1_000;
    private static final long SPREAD_MILLIS = 4_000;

    /** The run's dice: also what is sent in it depends on nothing else. From near seeds they would fall alike; these are mixed. */
    static Random dice(long seed, int run) {
        return new Random(new SplittableRandom(seed * 1_000_003 + run).nextLong());
    }

    /** Every fault comes up once before one comes up again; sometimes another one follows it. */
    static Scenario of(List<Fault> known, long seed, int run) {
        List<Fault> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, new Random(seed));
        Random dice = dice(seed, -run);
        List<Fault> faults = new ArrayList<>(List.of(shuffled.get((run - 1) % shuffled.size())));
        if (dice.nextDouble() < A_SECOND_FAULT) {
            Fault second = known.get(dice.nextInt(known.size()));
            if (!faults.contains(second)) {
                faults.add(second);
            }
        }
        List<Duration> pauses = faults.stream()
                .map(_ -> Duration.ofMillis(EARLIEST_MILLIS + dice.nextLong(SPREAD_MILLIS)))
                .toList();
        return new Scenario(List.copyOf(faults), pauses);
    }

    String name() {
        return String.join("+", faults.stream().map(Fault::name).toList());
    }
}
