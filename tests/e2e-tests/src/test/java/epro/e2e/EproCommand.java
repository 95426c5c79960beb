package epro.e2e;

import epro.stack.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ./epro COMMAND} has done, in a process of its own, to a stack that it was told of by {@code EPRO_ENDPOINTS}.
 *
 * @param output standard output
 */
record EproCommand(int exitStatus, String output) {

    private static final String MAIN = "epro.cli.Main";

    /** Returns when it has ended; what it says of its progress goes where this process's errors go. */
    static EproCommand run(LocalStack stack, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Depro.root=" + System.getProperty("epro.root", ""),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=epro",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("EPRO_ENDPOINTS", stack.endpointsFile().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new EproCommand(process.waitFor(), output);
    }
}
