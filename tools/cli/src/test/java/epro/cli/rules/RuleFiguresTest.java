package epro.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFiguresTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void countsWhatIsFoundAndWhatIsRight() throws IOException {
        RuleFigures figures = Sheet.in(
                        folder,
                        Sheet.COLUMNS,
                        "I have chest pain|en|chest-pain|1|plain",
                        "I have chest pain|en|chest-pain|0|plain",
                        "no chest pain|en|chest-pain|0|negation",
                        "all is well|en|chest-pain|1|negation")
                .figures();

        assertThat(figures.n()).isEqualTo(4);
        assertThat(figures.precision()).isEqualTo(0.5);
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.f1()).isEqualTo(0.5);
        assertThat(figures.aucRoc()).isEqualTo(0.5);
    }

    @Test
    void slicesByLanguageAndTrapAndLeavesUnsaidWhatIsDividedByNothing() throws IOException {
        RuleFigures figures = Sheet.in(
                        folder, Sheet.COLUMNS, "我胸口疼|zh|chest-pain|1|plain", "no chest pain|en|chest-pain|0|negation")
                .figures();

        assertThat(figures.slices())
                .containsEntry("language:zh", new RuleFigures.Slice(1, 1.0, 1.0))
                .containsEntry("language:en", new RuleFigures.Slice(1, null, null))
                .containsEntry("trap:negation", new RuleFigures.Slice(1, null, null))
                .containsOnlyKeys("language:zh", "language:en", "trap:plain", "trap:negation");
        assertThat(figures.aucRoc()).isEqualTo(1.0);
    }

    @Test
    void knowsNoAreaWhereOnlyOneLabelOccurs() throws IOException {
        RuleFigures figures =
                Sheet.in(folder, "text|label", "no chest pain|0", "fine|0").figures();

        assertThat(figures.precision()).isNull();
        assertThat(figures.recall()).isNull();
        assertThat(figures.f1()).isNull();
        assertThat(figures.aucRoc()).isNull();
    }

    @Test
    void holdsASentenceAgainstItsOwnConceptAndOneWithoutAgainstAny() throws IOException {
        RuleFigures figures = Sheet.in(
                        folder,
                        Sheet.COLUMNS,
                        "I have chest pain|en|seizure|0|plain",
                        "I have chest pain|en|none|0|plain",
                        "I have chest pain|en||0|plain")
                .figures();

        assertThat(figures.worst()).hasSize(2).noneMatch(wrong -> "seizure".equals(wrong.concept()));
    }

    @Test
    void listsWhatWasMissedBeforeFalseAlarms() throws IOException {
        RuleFigures figures = Sheet.in(
                        folder, Sheet.COLUMNS, "I have chest pain|en|none|0|plain", "all is well|en|chest-pain|1|plain")
                .figures();

        assertThat(figures.worst())
                .containsExactly(
                        new RuleFigures.Wrong("all is well", "en", "chest-pain", 1, false),
                        new RuleFigures.Wrong("I have chest pain", "en", null, 0, true));
    }
}
