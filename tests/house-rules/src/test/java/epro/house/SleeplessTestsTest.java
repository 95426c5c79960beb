package epro.house;

import static org.assertj.core.api.Assertions.assertThat;

import epro.testing.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SleeplessTestsTest {

    private static final Pattern SLEEP = Pattern.compile("\\b(Thread|SECONDS|MILLISECONDS)\\.sleep\\b");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Path ROOT = Path.of(System.getProperty("epro.root"));

    @Test
    void noTestSleeps() throws IOException {
        assertThat(testFolders().flatMap(SleeplessTestsTest::sleepers)).isEmpty();
    }

    @Test
    void everyModuleIsLookedAt() throws IOException {
        assertThat(testFolders()).contains(ROOT.resolve("tests/house-rules/src/test/java"));
        assertThat(testFolders().filter(Files::exists)).hasSizeGreaterThan(5);
    }

    @Test
    void aTestThatSleepsIsFound() {
        Path fixture = Path.of("src/test/fixtures/sleeper");

        assertThat(sleepers(fixture)).containsExactly(fixture.resolve("Sleeper.java"));
    }

    private static Stream<Path> testFolders() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> ROOT.resolve(module.group(1)).resolve("src/test/java"));
    }

    private static Stream<Path> sleepers(Path folder) {
        return JavaSources.under(folder).entrySet().stream()
                .filter(source -> SLEEP.matcher(source.getValue()).find())
                .map(Map.Entry::getKey);
    }
}
