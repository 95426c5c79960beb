package epro.processing.harm;

import static epro.processing.harm.HarmScene.before;
import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.item;
import static epro.processing.harm.HarmScene.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form leaves out, or an app leaves out because there was nothing. */
class LeftOutItemsTest {
    private static final String NAUSEA = item("f", "PROCTCAE_9A_SCL") + "," + item("s", "PROCTCAE_9B_SCL");

    @Test
    void readsAnItemOfTheLibraryThatTheFormDoesNotKnow() {
        assertThat(findings(read(NAUSEA, "{'f':0,'PROCTCAE_17B_SCL':4,'PROCTCAE_1A_SCL':4}")))
                .contains(
                        "composite-grade dry-mouth@PROCTCAE_1A_SCL grade 3",
                        "severe-attribute pain-in-abdomen@PROCTCAE_17B_SCL");
    }

    @Test
    void remembersNothingOfASymptomForItsFollowUpsToo() {
        assertThat(read(NAUSEA, "{'f':0}").levels())
                .extracting(SymptomLevel::item, SymptomLevel::level)
                .containsExactly(tuple("PROCTCAE_9A_SCL", 0), tuple("PROCTCAE_9B_SCL", 0));
        assertThat(findings(read(NAUSEA, "{'f':1,'s':2}"), before(Map.of("PROCTCAE_9A_SCL", 0, "PROCTCAE_9B_SCL", 0))))
                .contains("worsening nausea@s");
    }
}
