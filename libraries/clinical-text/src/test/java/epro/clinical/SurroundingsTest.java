package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hit is made of, and what it is said of. */
class SurroundingsTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(strings = {"没有血便", "没有血尿", "大便没有血", "痰里没有血"})
    void countADenialThatOverlapsTheHitAsBeforeIt(String text) {
        assertThat(detector.detect(text, null)).as(text).isNotEmpty().noneMatch(Mention::affirmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "外面气温39度",
                "水温40度泡脚",
                "今天室外39度，没出门",
                "The temperature outside is 39 degrees",
                "39 degrees in the shade today",
                "I keep the bath water at 40 degrees",
                "出血性风险低",
                "出血风险不高",
                "My bleeding risk is low"
            })
    void sayWhenItIsNoSymptom(String text) {
        assertThat(detector.detect(text, null)).as(text).noneMatch(Mention::isReported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有血便",
                "不是没有血便",
                "今天出门回来体温39度",
                "外面30度，我烧到39度",
                "It is hot outside and my temperature is 39 degrees",
                "我在水里泡完脚，发烧39度",
                "伤口出血，风险低也怕",
                "my temperature hit 39 in the car",
                "室内体温39度"
            })
    void sayWhenItIsOne(String text) {
        assertThat(detector.detect(text, null)).as(text).anyMatch(Mention::isReported);
    }
}
