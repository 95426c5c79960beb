package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Spelling spelling = Spelling.read();

    @ParameterizedTest
    @CsvSource({
        "sezure, seizure",
        "seizzure, seizure",
        "seixure, seizure",
        "seizuer, seizure",
        "noseizure, no seizure",
        "主院, 住院"
    })
    void putsASlipRight(String written, String meant) {
        assertThat(corrected(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"painted", "blurred", "breeding", "ladies", "院主", "a"})
    void leavesOtherWordsAlone(String written) {
        assertThat(corrected(written)).isEqualTo(written);
    }

    private String corrected(String written) {
        return spelling.correct(NormalText.of(written)).toString();
    }
}
