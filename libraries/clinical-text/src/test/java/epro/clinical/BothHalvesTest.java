package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phrase that is a choice of two is heard in either. */
class BothHalvesTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {"999 was called last night", "I called 999 last night", "my wife rang 911", "锁骨断了", "昨天头磕破了"})
    void areHeard(String text) {
        assertThat(detector.detect(text, null)).as(text).anyMatch(Mention::isReported);
    }
}
