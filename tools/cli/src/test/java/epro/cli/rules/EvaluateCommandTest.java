package epro.cli.rules;

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
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private final String projectRoot = System.getProperty("epro.root", "");

    @BeforeEach
    void useAProjectOfItsOwn() {
        System.setProperty("epro.root", folder.toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("epro.root", projectRoot);
    }

    @Test
    void printsOneObjectAndWritesTheSameAsEvidence() throws IOException {
        Sheet sheet = Sheet.in(folder, Sheet.COLUMNS, "胸痛：无|zh|chest-pain|0|post-negation");

        assertThat(status("evaluate", "--json", sheet.file().toString())).isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        JsonNode written = JsonMapper.shared().readTree(Files.readString(folder.resolve(".epro/evidence/rules.json")));
        assertThat(printed.propertyNames())
                .containsSequence("machine", "sha256", "n", "precision", "recall", "f1", "aucRoc", "slices", "worst");
        assertThat(written.propertyNames()).isEqualTo(printed.propertyNames());
        assertThat(printed.get("precision").isNull()).isTrue();
        assertThat(error.toString()).contains("rules.json");
    }

    @Test
    void printsATableByLanguageAndTrapAndWhatWasWrong() throws IOException {
        Sheet sheet = Sheet.in(
                folder, Sheet.COLUMNS, "I have chest pain|en|chest-pain|1|plain", "all is well|en|seizure|1|plain");

        assertThat(status("evaluate", sheet.file().toString())).isZero();
        assertThat(out.toString())
                .containsPattern("language:en +2 +1\\.000 +0\\.500")
                .containsPattern("trap:plain +2 +1\\.000 +0\\.500")
                .contains("missed       seizure  all is well");
    }

    @Test
    void wantsAFile() {
        assertThat(status("evaluate")).isEqualTo(2);
        assertThat(status()).isEqualTo(2);
    }

    private int status(String... arguments) {
        return new CommandLine(new RulesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
    }
}
