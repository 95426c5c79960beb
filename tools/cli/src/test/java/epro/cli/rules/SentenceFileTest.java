package epro.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsColumnsInWhateverOrder() throws IOException {
        Sheet sheet =
                Sheet.in(folder, "label|trap|text|concept|language", "1|plain|胸痛|chest-pain|zh", "", "0||fine|none|");

        assertThat(SentenceFile.read(sheet.file()).sentences())
                .containsExactly(
                        new Sentence("胸痛", "zh", "chest-pain", true, "plain"),
                        new Sentence("fine", null, null, false, null));
    }

    @Test
    void wantsNoMoreThanTextAndLabel() throws IOException {
        Sheet sheet = Sheet.in(folder, "\uFEFFtext|label", "fine|0");

        assertThat(SentenceFile.read(sheet.file()).sentences())
                .containsExactly(new Sentence("fine", null, null, false, null));
    }

    @Test
    void tellsTheDigestOfTheFile() throws IOException {
        assertThat(SentenceFile.read(Sheet.in(folder, "text|label", "fine|0").file())
                        .sha256())
                .isEqualTo("92f5e3599053e482adc751caec3c14401f8233546d1482d2aa13c6c0a15d9572");
    }

    @Test
    void refusesAFileWithoutAColumnItNeeds() throws IOException {
        Sheet.in(folder, "text|language", "fine|en").refusal().hasMessageEndingWith(", line 1: no column 'label'");
    }

    @Test
    void refusesALabelThatIsNeitherOneNorZero() throws IOException {
        Sheet.in(folder, "text|label", "fine|0", "", "ill|yes")
                .refusal()
                .hasMessageEndingWith(", line 4: label 'yes' is neither 1 nor 0");
    }

    @Test
    void refusesALineOfOtherLength() throws IOException {
        Sheet.in(folder, "text|label", "fine|0|0").refusal().hasMessageEndingWith(", line 2: 3 columns, not 2");
    }

    @Test
    void refusesWhatIsNotUtf8AndNamesTheLine() throws IOException {
        Sheet.ofBytes(folder, new byte[] {'t', 'e', 'x', 't', '\n', 'a', '\n', (byte) 0xD0, (byte) 0xD8})
                .refusal()
                .hasMessageEndingWith(", line 3: not UTF-8");
    }

    @Test
    void refusesAFileWithNothingInIt() throws IOException {
        Sheet.ofBytes(folder).refusal().hasMessageContaining("is empty");
        Sheet.in(folder, "text|label", "").refusal().hasMessageContaining("has no sentence");
    }
}
