package epro.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The fixtures under {@code src/test/fixtures}, built as the project itself is built: their parent is the root's pom, so what
 * refuses them is what refuses our own code.
 */
final class FaultyBuild {

    private static final Path ROOT = Path.of(System.getProperty("epro.root"));
    private static final Path FIXTURES = ROOT.resolve("tests/house-rules/src/test/fixtures");
    private static final Path LOG = Path.of("target/faulty-build.log").toAbsolutePath();
    private static final long MINUTES_MAX = 5;

    private final String log;

    private FaultyBuild(String log) {
        this.log = log;
    }

    static FaultyBuild run() throws IOException, InterruptedException {
        Files.createDirectories(LOG.getParent());
        ProcessBuilder maven = new ProcessBuilder(List.of(
                        "mvn",
                        "--batch-mode",
                        "--offline",
                        "--fail-at-end",
                        "-Dmaven.multiModuleProjectDirectory=" + ROOT,
                        "-Dmaven.repo.local=" + System.getProperty("localRepository"),
                        "compile"))
                .directory(FIXTURES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List<String> options = Files.readAllLines(ROOT.resolve(".mvn/jvm.config"));
        maven.environment().put("MAVEN_OPTS", String.join(" ", options));
        Process process = maven.start();
        try {
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                throw new AssertionError("the build of the fixtures did not end, see " + LOG);
            }
        } finally {
            process.destroy();
        }
        return new FaultyBuild(Files.readString(LOG, StandardCharsets.UTF_8));
    }

    boolean succeeded(String module) {
        return says("(?m)^\\[INFO\\] " + module + " [0-9.]+ \\.+ SUCCESS");
    }

    boolean says(String pattern) {
        return Pattern.compile(pattern).matcher(log).find();
    }
}
