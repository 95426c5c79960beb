package epro.cli.demo;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.cli.StackNotThere;
import epro.cli.demo.trials.Synced;
import epro.cli.evidence.Evidence;
import epro.cli.up.PrintedProgress;
import epro.stack.Endpoints;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts everything, plays a lively hour of made-up patients in a minute, and closes the books.")
public final class DemoCommand implements Callable<Integer> {

    private static final List<String> ADDRESSES = List.of(
            "EPRO_INTAKE_URL",
            "EPRO_PROCESSING_URL",
            "EPRO_NOTIFICATION_URL",
            "EPRO_NMPA_URL",
            "EPRO_REGULATOR_URL",
            "EPRO_MAILBOX_URL",
            "EPRO_KAFKA");
    private static final int TRIALS = 300;

    private final PrintStream live = System.err;
    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--once", description = "End when the report is printed, instead of staying up until Ctrl-C.")
    private boolean once;

    @Option(
            names = "--kill",
            paramLabel = "PROCESS",
            description =
                    "Kill this process under load: intake, processing, ae-model, notification, nmpa-sync, kafka, registry,"
                            + " postgres, or all in turn.")
    private @Nullable String victim;

    @Mixin
    private Output output = new Output();

    @Option(names = "--record", description = "Write the evidence into docs/evidence; wants a clean work tree.")
    private boolean record;

    @Option(
            names = "--against",
            paramLabel = "WHERE",
            description = {
                "Play on a system that runs already: 'compose', or a file like endpoints.env.",
                "Nothing is started, frozen or killed, and nobody else should use it meanwhile."
            })
    private @Nullable String against;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep what is stored in this folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        List<Part> victims = victims();
        if (against != null && !(victims.isEmpty() && data == null)) {
            throw new ParameterException(spec.commandLine(), "--against leaves no room for --kill and --data");
        }
        Path root = Workspace.find().root();
        Evidence evidence = record
                ? Evidence.beginRecorded(root, commandLine(), clock)
                : Evidence.begin(root, commandLine(), clock);
        List<SampleForm> forms = SampleForms.read();
        if (against != null) {
            return onARunningSystem(RunningStack.at(against), forms, evidence);
        }
        long start = System.nanoTime();
        try (LocalStack stack = LocalStack.builder()
                        .data(data)
                        .progress(new PrintedProgress(output))
                        .start();
                Stage stage = Stage.of(stack)) {
            Duration ready = Duration.ofNanos(System.nanoTime() - start);
            stage.publish(forms);
            Demo.warmUp(stage, forms, clock.instant());
            boolean fine = victims.isEmpty()
                    ? demo(stage, forms, ready.toMillis() / 1000.0, evidence)
                    : kills(stage, forms, victims, evidence);
            stayUp(stack);
            return fine ? 0 : 1;
        }
    }

    private int onARunningSystem(Endpoints endpoints, List<SampleForm> forms, Evidence evidence) throws Exception {
        RunningStack.awaitAnswers(
                endpoints,
                output::progress,
                "EPRO_PROCESSING_URL",
                "EPRO_NOTIFICATION_URL",
                "EPRO_NMPA_URL",
                "EPRO_INTAKE_URL");
        output.progress("  It is not ours: its broker is not frozen, and its processes are left alone.");
        try (Stage stage = Stage.of(endpoints)) {
            stage.publish(forms);
            Demo.warmUp(stage, forms, clock.instant());
            return demo(stage, forms, null, evidence) ? 0 : 1;
        }
    }

    private boolean demo(Stage stage, List<SampleForm> forms, @Nullable Double ready, Evidence evidence)
            throws Exception {
        Instant begun = clock.instant();
        CompletableFuture<Synced> trials = stage.trials().begin(TRIALS);
        Performance performance = new Demo(stage, live).perform(forms, begun);
        Duration played = Duration.between(begun, clock.instant());
        Synced synced = trials.get();
        DemoFigures figures = DemoFigures.of(performance, synced, ready, stage.memory());
        output.result(evidence.sheet(figures), DemoReport.of(figures, performance, played));
        live.println("Evidence: " + evidence.write(ready == null ? "demo-against" : "demo", figures));
        return performance.books().balanced() && performance.clean() && synced.fine();
    }

    private boolean kills(Stage stage, List<SampleForm> forms, List<Part> victims, Evidence evidence) throws Exception {
        KillFigures figures = new Kills(stage, forms, clock, live).perform(victims);
        output.result(evidence.sheet(figures), KillReport.of(figures));
        live.println("Evidence: " + evidence.write("kills", figures));
        return figures.fine();
    }

    private void stayUp(LocalStack stack) {
        if (!once) {
            ADDRESSES.forEach(key -> output.progress(
                    "  %-22s %s".formatted(key, stack.endpoints().required(key))));
            output.progress("  and the tokens to go with them: %s. Ctrl-C ends it.".formatted(stack.endpointsFile()));
            throw new StackNotThere(stack.failure().join());
        }
    }

    private List<Part> victims() {
        if (victim == null) {
            return List.of();
        }
        if (victim.equals("all")) {
            return Part.ESSENTIAL;
        }
        return Part.ESSENTIAL.stream()
                .filter(part -> part.text().equals(victim))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "--kill knows no process '" + victim + "'"));
    }

    private String commandLine() {
        List<String> words = new ArrayList<>(List.of("./epro"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }
}
