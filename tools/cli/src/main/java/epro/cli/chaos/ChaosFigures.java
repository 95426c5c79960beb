package epro.cli.chaos;

import epro.cli.chaos.fault.Strike;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code chaos.json} holds.
 *
 * @param quick whether it was the short form, which proves little
 * @param planned how many runs there are to be; there are fewer while they are under way, or where they were stopped
 */
public record ChaosFigures(long seed, boolean quick, int planned, List<Run> runs) {

    /**
     * One run.
     *
     * @param counted whether each of its faults was seen to happen
     * @param sent different submissions
     * @param accepted submissions answered 202 at least once
     * @param refused attempts that were refused
     * @param unknown attempts of which nobody knows what came
     * @param violations by invariant
     * @param quietSeconds from the last answer and the last healing until nothing was under way
     * @param story everything known of what violates an invariant
     */
    public record Run(
            int run,
            String scenario,
            List<Strike> faults,
            boolean counted,
            long sent,
            long accepted,
            long refused,
            long unknown,
            Map<String, Long> violations,
            double quietSeconds,
            List<String> story) {

        /** Its faults happened, and everything holds. */
        public boolean fine() {
            return counted && violations.values().stream().allMatch(number -> number == 0);
        }
    }

    /** The run that was over last. */
    public Run last() {
        return runs.getLast();
    }

    ChaosFigures with(Run run) {
        return new ChaosFigures(
                seed,
                quick,
                planned,
                Stream.concat(runs.stream(), Stream.of(run)).toList());
    }

    /** All of them are. */
    public boolean fine() {
        return runs.stream().allMatch(Run::fine);
    }
}
