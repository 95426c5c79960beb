package epro.e2e.planted;

import epro.cli.chaos.Chaos;
import epro.cli.chaos.ChaosFigures;
import epro.cli.chaos.ChaosReport;
import epro.cli.chaos.fault.Fault;
import epro.cli.chaos.fault.Faults;
import epro.stack.LocalStack;
import epro.stack.Workspace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Plays a bug's scenarios, on a stack of its own that has the bug, until the judge finds it. */
final class Hunt {

    private static final Logger LOG = System.getLogger(Hunt.class.getName());
    private static final int RUNS_MAX = 6;

    private final PlantedBug bug;
    private final Path classes;
    private final long seed;

    /** @param classes those that differ */
    Hunt(PlantedBug bug, Path classes, long seed) {
        this.bug = bug;
        this.classes = classes;
        this.seed = seed;
    }

    /** Empty if some runs were played and nothing was found. */
    Optional<Found> play() throws Exception {
        Path tests = Workspace.find().scratch().resolve("tests");
        try (LocalStack stack = LocalStack.builder()
                        .home(tests.resolve("planted-" + ProcessHandle.current().pid()))
                        .anyPorts()
                        .throughProxies()
                        .classesBefore(bug.service(), classes)
                        .start();
                Chaos chaos = new Chaos(stack, InstantSource.system(), this::tell)) {
            for (int number = 1; number <= RUNS_MAX; number++) {
                ChaosFigures figures = chaos.perform(List.of(fault(number)), seed + number, 1);
                if (bug.isFoundIn(figures.runs().getFirst())) {
                    return Optional.of(Found.of(bug, figures, number));
                }
            }
            return Optional.empty();
        }
    }

    private void tell(ChaosFigures soFar) {
        LOG.log(Level.INFO, bug + "\n" + ChaosReport.line(soFar.last()));
    }

    private Fault fault(int number) {
        String name = bug.scenarios().get((number - 1) % bug.scenarios().size());
        return Faults.all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
