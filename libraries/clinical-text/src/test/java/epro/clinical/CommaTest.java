package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A denial crosses a comma only in a list that shows that it is one: patients write "no X, Y" and mean Y. */
class CommaTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有发烧，胸口疼",
                "没有发烧 胸口疼",
                "no fever - chest pain",
                "没有发烧，吐血",
                "没有发热，便血",
                "没有恶心呕吐，呼吸困难",
                "无恶心，胸痛",
                "没有发烧、咳嗽，胸口疼",
                "没有发烧，胸口疼和头晕",
                "没有朋友，没有工作，不想活",
                "no fever, chest pain",
                "No fever, vomiting blood",
                "No fever, blood in urine",
                "No cough, fever 39.5",
                "no fever or cough, chest pain",
                "without fever, chest pain at night",
                "No rash, chest pain, took two tablets or so",
                "no fever, chest pain in the morning or evening",
                "No fever, two days or more of chest pain",
                "没有发烧，胸口疼，觉也没睡好",
                "没有发烧，胸痛，等医生来",
                "没有发烧，胸口疼，老婆和我都慌了"
            })
    void endsADenial(String text) {
        assertThat(detector.detect(text, null)).as(text).anyMatch(Mention::isReported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no fever, chest pain or fainting",
                "no fever, chest pain, or fainting",
                "no rash, no chest pain",
                "no fever, chest pain, cough or fainting",
                "None of these: fever, chest pain, fainting",
                "neither fever, chest pain nor fainting",
                "没有发烧、胸痛",
                "没有 胸痛",
                "没有以下情况：发烧，胸痛，咳嗽",
                "没有发烧，胸痛，咳嗽等",
                "没有发烧，胸痛，咳嗽和头晕",
                "没有发烧，没有胸痛",
                "没有发烧，也没有胸痛",
                "没有发烧，胸痛也没有",
                "没有发烧，胸痛，咳嗽都没有"
            })
    void doesNotEndAListThatCloses(String text) {
        assertThat(detector.detect(text, null)).as(text).noneMatch(Mention::isReported);
    }
}
