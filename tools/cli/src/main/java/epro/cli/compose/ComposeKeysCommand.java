package epro.cli.compose;

import epro.cli.Output;
import epro.stack.ComposeFiles;
import epro.stack.Workspace;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./epro compose-keys}. */
@Command(
        name = "compose-keys",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the passwords, keys, tokens and ports that docker-compose.yml needs.",
            "What is there already is kept; tokens are renewed."
        })
public final class ComposeKeysCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        ComposeFiles files = new ComposeFiles(Workspace.find());
        files.write(InstantSource.system());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("variablesFile", files.variables().toString());
        result.put("endpointsFile", files.endpoints().toString());
        output.result(result, """
                Variables for Compose    %s
                Where everything will be %s

                Next: docker compose up -d --build""".formatted(files.variables(), files.endpoints()));
        return 0;
    }
}
