package epro.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark measured, in the form of its evidence.
 *
 * @param quick true if it was a short one, else absent
 * @param warmupSeconds before the first lane was measured
 * @param lanes the ways of doing it, by name
 * @param ratios between figures, by name
 */
public record BenchFigures(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean quick,
        int rounds,
        double warmupSeconds,
        SequencedMap<String, Lane> lanes,
        SequencedMap<String, Double> ratios,
        List<Goal> goals) {

    /** Whether every goal was reached. */
    public boolean met() {
        return goals.stream().allMatch(Goal::met);
    }
}
