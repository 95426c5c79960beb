package epro.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class BuildGuardsTest {

    private static final Path CHECKSTYLE = Path.of(System.getProperty("epro.root"), "build", "checkstyle.xml");
    private static final Pattern CHECK = Pattern.compile("<module name=\"(?!Checker|TreeWalker)(\\w+)\"");

    private static FaultyBuild build;

    @BeforeAll
    static void buildTheFixtures() throws IOException, InterruptedException {
        build = FaultyBuild.run();
    }

    static Stream<String> checks() throws IOException {
        return CHECK.matcher(Files.readString(CHECKSTYLE)).results().map(check -> check.group(1));
    }

    @Test
    void letTheSoundModuleThrough() {
        assertThat(build.succeeded("sound")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckOfCheckstyleFindsTheFaultThatBearsItsName(String check) {
        assertThat(build.says(check + "\\.java:\\[[0-9,]+\\] \\(\\w+\\) " + check + ": "))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rooms       | Homeless\\.java:\\[1\\] \\(\\w+\\) JavadocPackage
                    lint        | RawType\\.java:\\[[0-9,]+\\] (\\[rawtypes\\] )?found raw type
                    error-prone | LostResult\\.java:\\[[0-9,]+\\] (error: )?\\[ReturnValueIgnored\\]
                    null-away   | NullReturned\\.java:\\[[0-9,]+\\] (error: )?\\[NullAway\\]
                    format      | had format violations:\\s+\\[ERROR\\]\\s+src/main/java/fixture/Ugly\\.java
                    wall        | Dependency convergence error for epro\\.house\\.fixture:stone
                    """)
    void theOtherGuardsFindTheirs(String module, String complaint) {
        assertThat(build.says(complaint)).as(complaint).isTrue();
        assertThat(build.succeeded(module)).as(module).isFalse();
    }
}
