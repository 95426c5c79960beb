package epro.cli.summary;

import epro.cli.Output;
import epro.cli.evidence.Evidence;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code ./epro test} ends with. */
@Command(
        name = "test-summary",
        mixinStandardHelpOptions = true,
        description = "Sums up the reports of the last ./epro test and measures the shape of the code.")
public final class TestSummaryCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--since",
            paramLabel = "EPOCH_SECONDS",
            defaultValue = "0",
            description = "Leave out reports that are older.")
    private long since;

    @Parameters(paramLabel = "MAVEN_ARGUMENT", description = "What the test run was given.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException {
        Path root = Workspace.find().root();
        InstantSource clock = InstantSource.system();
        Instant startedAt = since == 0 ? clock.instant() : Instant.ofEpochSecond(since);
        TestReports reports = TestReports.in(root, Instant.ofEpochSecond(since));
        SourceShape shape = SourceShape.of(root);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("profiles", profiles());
        figures.put("tests", reports.tests());
        figures.put("failures", reports.failures());
        figures.put("errors", reports.errors());
        figures.put("skipped", reports.skipped());
        figures.put("shape", shape);
        Path file = Evidence.since(startedAt, root, command(), clock).write("test-summary", figures);
        output.result(figures, "%n%s%nWritten to %s%n%n%s".formatted(reports.text(), file, shape.row()));
        return 0;
    }

    private String command() {
        return String.join(
                " ", Stream.concat(Stream.of("./epro test"), arguments.stream()).toList());
    }

    private List<String> profiles() {
        return arguments.stream()
                .filter(argument -> argument.startsWith("-P"))
                .flatMap(argument -> Stream.of(argument.substring(2).split(",", -1)))
                .filter(profile -> !profile.isEmpty())
                .toList();
    }
}
