package epro.cli.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the figures were measured on. Linux tells all; elsewhere what it can't tell is null. */
record Machine(@Nullable String cpu, int cores, @Nullable Long memoryMiB, String kernel, String java) {

    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

    static Machine here() {
        return new Machine(
                find(MODEL, Path.of("/proc/cpuinfo")).orElse(null),
                Runtime.getRuntime().availableProcessors(),
                find(MEMORY, Path.of("/proc/meminfo"))
                        .map(kibibytes -> Long.parseLong(kibibytes) / 1024)
                        .orElse(null),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    private static Optional<String> find(Pattern pattern, Path file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
        } catch (IOException unknownHere) {
            return Optional.empty();
        }
    }
}
