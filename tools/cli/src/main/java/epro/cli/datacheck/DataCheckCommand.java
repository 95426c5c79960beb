package epro.cli.datacheck;

import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./epro data-check}. */
@Command(
        name = "data-check",
        mixinStandardHelpOptions = true,
        description = {
            "Compares log, database, audit chains and checkpoints, and says what does not fit.",
            "Exit status 0 if all fits, 1 if something does not or no verdict was reached."
        })
public final class DataCheckCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(300);

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long to wait for a worker and for the verdict (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Endpoints stack = RunningStack.find();
        URI processing = URI.create(stack.required("EPRO_PROCESSING_URL"));
        try (DataCheckClient client = new DataCheckClient(processing, stack.required("EPRO_TOKEN_OPS"))) {
            JsonNode check = ended(client);
            output.result(
                    JsonMapper.shared().convertValue(check, new TypeReference<Map<String, Object>>() {}),
                    DataCheckText.verdict(check));
            return check.path("state").asString().equals("CLEAN") ? 0 : 1;
        }
    }

    private JsonNode ended(DataCheckClient client) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        String id = begun(client, deadline);
        JsonNode check = client.find(id);
        String said = "";
        while (check.path("state").asString().equals("RUNNING") && System.nanoTime() < deadline) {
            said = say(DataCheckText.progress(check), said);
            Thread.sleep(PAUSE);
            check = client.find(id);
        }
        return check;
    }

    private String begun(DataCheckClient client, long deadline) throws IOException, InterruptedException {
        Optional<String> id = client.start();
        String said = "";
        while (id.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new Refused("no worker was free within " + patience + " s");
            }
            said = say("every worker is at another data check, waiting", said);
            Thread.sleep(PAUSE);
            id = client.start();
        }
        return id.get();
    }

    private String say(String line, String said) {
        if (!line.equals(said)) {
            spec.commandLine().getErr().println(line);
        }
        return line;
    }
}
