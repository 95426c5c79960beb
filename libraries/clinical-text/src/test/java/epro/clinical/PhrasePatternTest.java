package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasePatternTest {

    @ParameterizedTest
    @CsvSource({
        "chest ~ pain, chest pain, true",
        "chest ~ pain, chest has some pain, true",
        "chest ~ pain, chest has no pain, false",
        "chest ~ pain, chest is fine but pain, false",
        "chest ~ pain, chest a b c d pain, false",
        "chest ~~ pain, chest a b c d pain, true",
        "faint*, fainting, true",
        "faint, fainting, false",
        "胸~痛, 胸口很痛, true",
        "胸~痛, 胸口不痛, false",
        "(<part>) hurts, leg hurts, true"
    })
    void matches(String phrase, String text, boolean matching) {
        assertThat(PhrasePattern.of(phrase, Map.of("part", "arm|leg"))
                        .pattern()
                        .matcher(text)
                        .matches())
                .isEqualTo(matching);
    }

    @Test
    void knowsWhatAPhraseCanBeginWith() {
        assertThat(PhrasePattern.of("(very )?(red|blue)s? skin", Map.of()).openings())
                .containsExactlyInAnyOrder("ver", "red", "blu");
        assertThat(PhrasePattern.of("(\\d{2}|i) x", Map.of()).openings()).contains("7", "i x");
    }

    @ParameterizedTest
    @CsvSource({
        "a+ch, a",
        "be ~ sick, be",
        "o{2}h, ''",
        "oh{2}, o",
        "'(so ){0,2}ill', ''",
        "(?<![0-9])(38)[.], 38",
        "ill(?= ?x), ill",
        "fal* down, fal"
    })
    void isSureOfWhatAPhraseCanBeginWith(String phrase, String opening) {
        assertThat(Openings.of(phrase, 4)).containsExactly(opening);
    }

    @Test
    void refusesAPhraseThatCouldBeginWithAnything() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhrasePattern.of("~ pain", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> PhrasePattern.of("leg hurts|arm hurts", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhrasePattern.of("(<unknown>)", Map.of()))
                .withMessageContaining("<unknown>");
    }
}
