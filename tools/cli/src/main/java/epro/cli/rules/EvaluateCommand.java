package epro.cli.rules;

import epro.cli.Output;
import epro.cli.evidence.Evidence;
import epro.clinical.RedFlagDetector;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./epro rules evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the red-flag rules against labelled sentences and says where they were wrong.",
            "FILE is UTF-8 with tabs between its columns; its first line names them: text and label (1 or 0),",
            "and as you have them language, concept and trap, in any order."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Option(names = "--record", description = "Write the evidence into docs/evidence; wants a clean work tree.")
    private boolean record;

    @Parameters(paramLabel = "FILE", description = "The sentences.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        Path root = Workspace.find().root();
        Evidence evidence = record
                ? Evidence.beginRecorded(root, commandLine(), clock)
                : Evidence.begin(root, commandLine(), clock);
        SentenceFile sentences = SentenceFile.read(file);
        RuleFigures figures = RuleFigures.of(sentences, RedFlagDetector.standard());
        output.result(evidence.sheet(figures), RuleReport.of(figures));
        spec.commandLine().getErr().println("Evidence: " + evidence.write("rules", figures));
        return 0;
    }

    private String commandLine() {
        List<String> words = new ArrayList<>(List.of("./epro"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }
}
