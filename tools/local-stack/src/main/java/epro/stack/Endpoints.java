package epro.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a stack's parts are, with which tokens and process ids, as {@code endpoints.env} says it.
 *
 * @param values by key; order kept
 */
public record Endpoints(Map<String, String> values) {

    /** Reads the file; empty if there is none. */
    public static Optional<Endpoints> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        PrivateFiles.read(file).lines().filter(line -> line.contains("=")).forEach(line -> {
            int end = line.indexOf('=');
            values.put(line.substring(0, end), line.substring(end + 1));
        });
        return Optional.of(new Endpoints(values));
    }

    /** Where the file of a stack lies that lives in this folder. */
    public static Path file(Path home) {
        return home.resolve("run/endpoints.env");
    }

    /** The value of the key; fails if this stack has no such part. */
    public String required(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new StackFailure("The running stack has no " + key + ".");
        }
        return value;
    }

    /** Whether the launcher that wrote this is still alive. */
    public boolean alive() {
        return Optional.ofNullable(values.get("EPRO_LAUNCHER_PID"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "Endpoints" + values.keySet();
    }
}
