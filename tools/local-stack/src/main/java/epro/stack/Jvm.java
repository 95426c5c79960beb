package epro.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for Java processes, on the JDK that runs this one. */
final class Jvm {

    private Jvm() {}

    /** One thread's garbage collector, and a heap of so many MiB. */
    static List<String> command(int heapMiB, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(rest);
        return command;
    }
}
