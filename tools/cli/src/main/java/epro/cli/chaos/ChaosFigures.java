package epro.cli.chaos;

import epro.cli.chaos.fault.Strike;
import epro.cli.chaos.judge.Invariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code chaos.json} holds.
 *
 * @param quick whether it was the short form, which proves little
 * @param planned how many runs there are to be that count; there are fewer while they are under way, or where they were stopped
 * @param clients how many send in each
 */
public record ChaosFigures(long seed, boolean quick, int planned, int clients, List<Run> runs) {

    /**
     * One run.
     *
     * @param counted whether each of its faults was seen to happen
     * @param sent different submissions
     * @param accepted submissions answered 202 at least once; the clients of others gave up
     * @param refused attempts that were refused
     * @param unknown attempts of which nobody knows what came
     * @param became what the records that came in became, by the action of their entries
     * @param violations by invariant
     * @param recoveries of each fault
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
            Map<String, Long> became,
            Map<String, Long> violations,
            List<Recovery> recoveries,
            double quietSeconds,
            List<String> story) {

        public boolean holds() {
            return violations.values().stream().allMatch(number -> number == 0);
        }

        private Run restless(String why) {
            Map<String, Long> more = new LinkedHashMap<>(violations);
            more.merge(Invariant.I13.name(), 1L, Long::sum);
            return new Run(
                    run,
                    scenario,
                    faults,
                    counted,
                    sent,
                    accepted,
                    refused,
                    unknown,
                    became,
                    more,
                    recoveries,
                    quietSeconds,
                    Stream.concat(story.stream(), Stream.of(Invariant.I13 + " the system: " + why))
                            .toList());
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
                clients,
                Stream.concat(runs.stream(), Stream.of(run)).toList());
    }

    /** The last run left the system restless, as was seen when it had been judged. */
    ChaosFigures withLastRestless(String why) {
        List<Run> before = runs.subList(0, runs.size() - 1);
        return new ChaosFigures(seed, quick, planned, clients, List.copyOf(before)).with(last().restless(why));
    }

    /** In how many runs every fault was seen to happen. */
    long counted() {
        return runs.stream().filter(Run::counted).count();
    }

    /** Fewer count than were planned; what comes after a run that left the system restless would be judged with its remains. */
    boolean wantsMore() {
        return counted() < planned
                && runs.stream().allMatch(run -> run.violations().getOrDefault(Invariant.I13.name(), 0L) == 0);
    }

    /** Everything holds in all of them, and at least as many count as were planned. */
    public boolean fine() {
        return counted() >= planned && runs.stream().allMatch(Run::holds);
    }
}
