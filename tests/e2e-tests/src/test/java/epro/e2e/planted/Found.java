package epro.e2e.planted;

import epro.cli.chaos.ChaosFigures;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bug that was found.
 *
 * @param what it does wrong
 * @param commit of the sources that it was put into
 * @param scenario of the run in which it was found
 * @param seed of that run
 * @param runs how many it took
 * @param violations of that run, by invariant
 */
record Found(
        String bug,
        String what,
        @Nullable String commit,
        String scenario,
        long seed,
        int runs,
        Map<String, Long> violations) {

    static Found of(PlantedBug bug, ChaosFigures figures, int runs) {
        ChaosFigures.Run run = figures.runs().getFirst();
        Map<String, Long> violated = new TreeMap<>(run.violations());
        violated.values().removeIf(count -> count == 0);
        return new Found(bug.name(), bug.what(), null, run.scenario(), figures.seed(), runs, violated);
    }

    Found at(@Nullable String commit) {
        return new Found(bug, what, commit, scenario, seed, runs, violations);
    }
}
