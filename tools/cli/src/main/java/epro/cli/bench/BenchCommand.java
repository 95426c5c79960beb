package epro.cli.bench;

import epro.benchmarks.Bench;
import epro.benchmarks.BenchFigures;
import epro.benchmarks.Scale;
import epro.benchmarks.intake.IntakeBench;
import epro.benchmarks.nmpa.NmpaBench;
import epro.benchmarks.processing.ProcessingBench;
import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.evidence.Evidence;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./epro bench}. Exit status 1 if a goal was not reached. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the project promises, beside the plain ways of doing it, and says whether the goals were"
                    + " reached.",
            "NAME is nmpa: the regulator's quota; intake: from a connection into the log; or processing: from the topic"
                    + " into the database. Leave the machine alone meanwhile."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final List<Bench> BENCHES = List.of(new NmpaBench(), new IntakeBench(), new ProcessingBench());

    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "What to measure.")
    private String name = "";

    @Option(names = "--quick", description = "In less than a minute, and so less exactly; never recorded.")
    private boolean quick;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each lane is measured (default: 5; nmpa and --quick: 1).")
    private @Nullable Integer rounds;

    @Option(
            names = "--record",
            description =
                    "Write the evidence into docs/evidence; wants a clean work tree and no fewer rounds than by default.")
    private boolean record;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Bench bench = bench();
        Scale scale = scale(bench);
        Path root = Workspace.find().root();
        Evidence evidence = record
                ? Evidence.beginRecorded(root, commandLine(), clock)
                : Evidence.begin(root, commandLine(), clock);
        BenchFigures figures = bench.run(scale, output::progress);
        output.result(evidence.sheet(figures), BenchReport.of(figures));
        spec.commandLine().getErr().println("Evidence: " + evidence.write("bench-" + bench.name(), figures));
        return figures.met() ? 0 : 1;
    }

    private Scale scale(Bench bench) {
        int often = rounds == null ? (quick ? 1 : bench.rounds()) : rounds;
        if (often < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, was " + often);
        }
        if (quick && record) {
            throw new Refused("--record wants the whole measurement, not --quick");
        }
        if (record && often < bench.rounds()) {
            throw new Refused("--record of %s wants at least %d rounds, --rounds was %d"
                    .formatted(bench.name(), bench.rounds(), often));
        }
        return new Scale(quick, often);
    }

    private Bench bench() {
        return BENCHES.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No such benchmark: " + name + "; there is: "
                                + BENCHES.stream().map(Bench::name).collect(Collectors.joining(", "))));
    }

    private String commandLine() {
        List<String> words = new ArrayList<>(List.of("./epro"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }
}
