package epro.cli.up;

import epro.cli.Output;
import epro.cli.StackNotThere;
import epro.stack.Endpoints;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts broker, registry, PostgreSQL and the services, and keeps them running until Ctrl-C.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(names = "--data", paramLabel = "DIR", description = "Keep all data in DIR between runs.")
    private @Nullable Path data;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "16",
            description = "Partitions of the topics that carry patients' data (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "1: a broker that syncs each record; 3: a cluster that keeps each on at least two",
                "and goes on without one (default: ${DEFAULT-VALUE})."
            })
    private int brokers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (brokers != 1 && brokers != Part.BROKERS.size()) {
            throw new ParameterException(spec.commandLine(), "--brokers is 1 or 3, not " + brokers);
        }
        long started = System.nanoTime();
        try (LocalStack stack = LocalStack.builder()
                .data(data)
                .brokers(brokers)
                .partitions(partitions)
                .progress(new PrintedProgress(output))
                .start()) {
            double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) / 1000.0;
            output.result(json(stack, seconds), text(stack, seconds));
            throw new StackNotThere(stack.failure().join());
        }
    }

    private static Map<String, Object> json(LocalStack stack, double seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("readySeconds", seconds);
        result.put("endpointsFile", stack.endpointsFile().toString());
        stack.endpoints().values().forEach((key, value) -> {
            if ((key.endsWith("_URL") && !key.contains("JDBC")) || key.startsWith("EPRO_PID_")) {
                result.put(key, value);
            }
        });
        return result;
    }

    private static String text(LocalStack stack, double seconds) {
        Endpoints endpoints = stack.endpoints();
        return """

                Ready after %.1f s.

                  submit      %s/api/v1/submissions
                  read        %s/api/v1/submissions
                  broker      %s
                  registry    %s
                  all else    %s

                Ctrl-C stops everything.""".formatted(
                        seconds,
                        endpoints.required("EPRO_INTAKE_URL"),
                        endpoints.required("EPRO_PROCESSING_URL"),
                        endpoints.required("EPRO_KAFKA"),
                        endpoints.required("EPRO_REGISTRY_URL"),
                        stack.endpointsFile());
    }
}
