package epro.cli.chaos;

import java.util.Map;
import java.util.stream.Collectors;

/** The figures as text for people. */
public final class ChaosReport {

    private ChaosReport() {}

    /** One line as soon as a run is over, and the story if something does not hold. */
    public static String line(ChaosFigures.Run run) {
        String violations = run.violations().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String line = "  run %3d  %-34s %4d accepted, %4d refused, %3d unknown, quiet after %5.1f s: %s%s"
                .formatted(
                        run.run(),
                        run.scenario(),
                        run.accepted(),
                        run.refused(),
                        run.unknown(),
                        run.quietSeconds(),
                        violations.isEmpty() ? "holds" : "VIOLATES " + violations,
                        run.counted() ? "" : " (does not count: a fault was not seen to happen)");
        return run.story().isEmpty()
                ? line
                : line + "\n" + String.join("\n", run.story()).indent(4);
    }

    /** A line about all of them. */
    public static String of(ChaosFigures figures) {
        Map<Boolean, Long> runs = figures.runs().stream()
                .collect(Collectors.partitioningBy(ChaosFigures.Run::holds, Collectors.counting()));
        long accepted =
                figures.runs().stream().mapToLong(ChaosFigures.Run::accepted).sum();
        return "%d runs of seed %d, %d count; of all of them %d hold, %d do not; %d submissions accepted"
                .formatted(
                        figures.runs().size(),
                        figures.seed(),
                        figures.counted(),
                        runs.get(true),
                        runs.get(false),
                        accepted);
    }
}
