package epro.cli.forms;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./epro forms publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes FHIR Questionnaires under the id and version that they carry.")
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Questionnaires as JSON.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<FormFile> forms = new ArrayList<>();
        for (Path file : files) {
            forms.add(FormFile.read(file));
        }
        Endpoints stack = RunningStack.find();
        List<Published> results = new ArrayList<>();
        try (FormPublisher publisher = new FormPublisher(stack)) {
            for (FormFile form : forms) {
                results.add(publisher.publish(form));
                output.progress(results.getLast().text());
            }
        }
        if (output.json()) {
            output.result(Map.of("items", results), "");
        }
        return results.stream().allMatch(Published::accepted) ? 0 : 1;
    }
}
