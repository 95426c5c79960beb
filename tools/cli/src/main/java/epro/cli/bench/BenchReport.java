package epro.cli.bench;

import epro.benchmarks.BenchFigures;
import java.util.ArrayList;
import java.util.List;

/** The figures for people to read. */
final class BenchReport {

    private BenchReport() {}

    static String of(BenchFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s %10s %10s %10s  %s".formatted("lane", "a second", "p50 ms", "p99 ms", "all done"));
        figures.lanes()
                .forEach((name, lane) -> lines.add("%-28s %10.2f %10.0f %10.0f  %s"
                        .formatted(
                                name,
                                lane.perSecond().median(),
                                lane.p50Ms(),
                                lane.p99Ms(),
                                lane.verified() ? "yes" : "no")));
        lines.add("");
        figures.ratios().forEach((name, ratio) -> lines.add("%-56s %8.3f".formatted(name, ratio)));
        lines.add("");
        figures.goals()
                .forEach(goal -> lines.add("%-8s %-48s %10s  %8.3f"
                        .formatted(goal.met() ? "reached" : "MISSED", goal.name(), goal.goal(), goal.measured())));
        return String.join("\n", lines);
    }
}
