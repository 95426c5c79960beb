package epro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter error = new StringWriter();
    private final String projectRoot = System.getProperty("epro.root", "");

    @BeforeEach
    void useAProjectInWhichNothingRuns(@TempDir Path root) {
        System.setProperty("epro.root", root.toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("epro.root", projectRoot);
    }

    @Test
    void saysWhichCommandsThereAreWhenNoneIsGiven() {
        assertThat(status()).isEqualTo(2);
        assertThat(error.toString()).contains("Usage: epro", "up", "send");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "up --partitions many",
                "regulator --latency soon",
                "regulator --errors hang",
                "regulator --ban 1h",
                "token",
                "token --patient P",
                "token --site A --scope crf:read",
                "audit",
                "audit export",
                "audit verify --offline",
                "audit verify --expect 3",
                "audit verify --expect intake=3:00",
                "send"
            })
    void refusesWrongUsage(String arguments) {
        assertThat(status(arguments.split(" ", -1))).isEqualTo(2);
    }

    @Test
    void saysInOneSentenceThatNoStackRuns() {
        assertThat(status("token", "--scope", "crf:read")).isEqualTo(3);
        assertThat(error.toString()).contains("no stack runs here").hasLineCount(1);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(status("send", "nowhere.ndjson")).isEqualTo(1);
        assertThat(error.toString()).contains("nowhere.ndjson");
    }

    @Test
    void refusesAListOfTrialsThatIsNotThereBeforeItLooksForAStack() {
        assertThat(status("sync", "nowhere.csv")).isEqualTo(1);
        assertThat(status("sync")).isEqualTo(3);
    }

    @Test
    void refusesToExportOverSomethingElseBeforeItLooksForAStack(@TempDir Path folder) throws IOException {
        assertThat(status("audit", "export", folder.toString())).isEqualTo(3);
        Files.createFile(folder.resolve("something"));
        assertThat(status("audit", "export", folder.toString())).isEqualTo(1);
        assertThat(error.toString()).contains("is not empty; an export needs a folder of its own");
    }

    @Test
    void refusesToVerifyAFolderThatHoldsNoExportAndNeedsNoStackForIt(@TempDir Path folder) {
        assertThat(status("audit", "verify", "--offline", folder.toString())).isEqualTo(1);
        assertThat(error.toString()).contains("holds no whole audit export");
    }

    @Test
    void refusesAFolderOfSnapshotsThatIsNotThere() {
        assertThat(status("regulator", "--snapshots", "nowhere")).isEqualTo(1);
        assertThat(error.toString()).contains("nowhere is no folder");
    }

    private int status(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        return commandLine.setErr(new PrintWriter(error, true)).execute(arguments);
    }
}
