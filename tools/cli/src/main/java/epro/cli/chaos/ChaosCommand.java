package epro.cli.chaos;

import epro.cli.Output;
import epro.cli.chaos.fault.Fault;
import epro.cli.chaos.fault.Faults;
import epro.cli.evidence.Evidence;
import epro.cli.up.PrintedProgress;
import epro.stack.LocalStack;
import epro.stack.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro chaos}. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Sends submissions through two intakes while faults strike, and judges by the clients' own ledger.",
            "The same seed plays the same schedule. What was not seen to happen is played once more; a run after which the",
            "system does not come to rest is the last.",
            "Exit status 1 if an invariant is violated, or if too few runs count."
        })
public final class ChaosCommand implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", paramLabel = "N", description = "How many runs; default: ${DEFAULT-VALUE}.")
    private int runs = 10;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What schedules are made from; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--from",
            paramLabel = "K",
            description = "Begin with the schedule's run K; default: ${DEFAULT-VALUE}.")
    private int from = 1;

    @Option(
            names = "--scenario",
            paramLabel = "X",
            split = ",",
            description = "Only these faults; 'list' prints all. Default: each in turn, sometimes two in a run.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "How many patients' apps send in a run; default: ${DEFAULT-VALUE}.")
    private int clients = Chaos.CLIENTS;

    @Option(names = "--quick", description = "One short run; its evidence is not recorded.")
    private boolean quick;

    @Option(names = "--record", description = "Write the evidence into docs/evidence; wants a clean work tree.")
    private boolean record;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        if (scenarios.equals(List.of("list"))) {
            List<String> names = Faults.all().stream().map(Fault::name).toList();
            output.result(Map.of("scenarios", names), String.join("\n", names));
            return 0;
        }
        refuseWhatMakesNoSense();
        List<Fault> faults = chosen();
        Path root = Workspace.find().root();
        String line =
                "./epro " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        Evidence evidence = record ? Evidence.beginRecorded(root, line, clock) : Evidence.begin(root, line, clock);
        ChaosFigures figures = perform(faults, soFar -> {
            output.progress(ChaosReport.line(soFar.last()));
            evidence.write(name(), soFar);
        });
        output.result(evidence.sheet(figures), ChaosReport.of(figures));
        output.progress("Evidence: " + evidence.write(name(), figures));
        return figures.fine() ? 0 : 1;
    }

    private void refuseWhatMakesNoSense() {
        if (runs < 1 || clients < 1 || from < 1 || (quick && (record || clients != Chaos.CLIENTS || from != 1))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runs, --clients and --from must be at least 1; --quick is never recorded and has its own clients and run");
        }
        if (record && from != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--record plays a schedule from its first run, without --from");
        }
    }

    private ChaosFigures perform(List<Fault> faults, Chaos.Listener listener) throws Exception {
        try (LocalStack stack = LocalStack.builder()
                        .progress(new PrintedProgress(output))
                        .throughProxies()
                        .start();
                Chaos chaos = new Chaos(stack, clock, listener)) {
            return quick
                    ? chaos.once(faults, seed)
                    : chaos.perform(faults, new ChaosFigures(seed, false, runs, clients, List.of()), from);
        }
    }

    private String name() {
        return clients == Chaos.CLIENTS ? "chaos" : "chaos-%d-clients".formatted(clients);
    }

    private List<Fault> chosen() {
        if (scenarios.isEmpty()) {
            return Faults.all();
        }
        List<Fault> known = Faults.all();
        return scenarios.stream()
                .map(name -> known.stream()
                        .filter(fault -> fault.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "no scenario '%s'; --scenario list prints all".formatted(name))))
                .toList();
    }
}
