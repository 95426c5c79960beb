package epro.processing.harm;

import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.item;
import static epro.processing.harm.HarmScene.read;
import static epro.processing.harm.HarmScene.readWithoutForm;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever items are called, and however a number is written, what they say is read. */
class AnswerShapesTest {
    private static final String SEVERE =
            "composite-grade dry-mouth@%1$s grade 3, severe-attribute dry-mouth@%1$s grade 3";

    @ParameterizedTest
    @ValueSource(strings = {"text", "value", "code", "reference", "contentType"})
    void readsTheItemsOfAGroupWhateverTheirNeighbourIsCalled(String name) {
        String items = "'item':[" + item("s", "PROCTCAE_1A_SCL") + ",{'linkId':'" + name + "','type':'string'}]}";
        String answers = "{'s':4,'" + name + "':'well'}";
        assertThat(findings(read("{'linkId':'g','type':'group'," + items, "{'g':" + answers + "}")))
                .isEqualTo(SEVERE.formatted("s"));
        assertThat(findings(
                        read("{'linkId':'g','type':'group','repeats':true," + items, "{'g':[null," + answers + "]}")))
                .isEqualTo(SEVERE.formatted("g[1].s"));
        assertThat(findings(readWithoutForm("{'g':" + answers.replace("'s'", "'PROCTCAE_1A_SCL'") + "}")))
                .isEqualTo(SEVERE.formatted("PROCTCAE_1A_SCL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "value", "code"})
    void readsAnItemThatBearsTheNameOfAPartOfAnswers(String name) {
        String group = "{'linkId':'g','type':'group','item':[" + item(name, "PROCTCAE_1A_SCL") + "]}";
        assertThat(findings(read(group, "{'g':{'" + name + "':4}}"))).isEqualTo(SEVERE.formatted(name));
    }

    @Test
    void readsACodingOfAnUnknownFormWhateverElseItSays() {
        assertThat(findings(readWithoutForm("{'PROCTCAE_1A_SCL':{'code':'4','more':1}}")))
                .isEqualTo(SEVERE.formatted("PROCTCAE_1A_SCL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"38.900000000000006", "3.9e1", "39.0000000000000", "1234567890123", "1e9999"})
    void holdsANumberAgainstAThresholdHoweverItIsWritten(String number) {
        String threshold = "'extension':[{'url':'urn:epro:harm-threshold','extension':["
                + "{'url':'operator','valueCode':'>='},{'url':'value','valueDecimal':38.5},"
                + "{'url':'term','valueCoding':{'code':'fever'}}]}]}";
        assertThat(findings(read("{'linkId':'t','type':'decimal'," + threshold, "{'t':" + number + "}")))
                .isEqualTo("threshold fever@t");
        assertThat(findings(read("{'linkId':'t','type':'quantity'," + threshold, "{'t':{'value':" + number + "}}")))
                .isEqualTo("threshold fever@t");
    }

    @Test
    void showsNoAnswerWhereItIsPrinted() {
        HarmReading reading = read(item("s", "PROCTCAE_1A_SCL"), "{'s':4}");
        assertThat(reading.levels()).hasToString("[SymptomLevel[s]]");
        assertThat(reading.findings(PreviousLevels.NONE))
                .hasToString("[Finding[COMPOSITE_GRADE s], Finding[SEVERE_ATTRIBUTE s]]");
    }
}
