package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thought of self-harm is heard though it is feared, hoped for, asked about, or another stands beside it. */
class SelfHarmTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm afraid I'm going to kill myself.",
                "I'm scared I might hurt myself.",
                "I'm terrified I will kill myself",
                "I'm afraid of what I might do to myself, I want to die",
                "I'm afraid of what I could do to myself",
                "我怕我会自杀",
                "我害怕自己会自杀",
                "我担心我会伤害自己",
                "我怕我会做傻事",
                "If this goes on I will kill myself",
                "再这样下去的话，我会去死的",
                "如果没有孩子我早就不想活了",
                "if it weren't for my kids I'd kill myself"
            })
    void hearsFear(String text) {
        assertThat(isReported(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "但愿明天别醒来",
                "希望我死了",
                "真希望自己没出生过",
                "巴不得早点死",
                "I hope I don't wake up tomorrow",
                "Hoping I won't wake up again",
                "死了大家都轻松",
                "我不在了家里人都解脱",
                "Everyone would be relieved if I died",
                "Would it be better for everyone if I wasn't here?",
                "活着还有什么意思？",
                "怎样自杀不痛苦？",
                "What is the easiest way to commit suicide?"
            })
    void hearsHopeAndQuestion(String text) {
        assertThat(isReported(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "老公走了，每天都想死",
                "我妈去世了，不想活了",
                "孩子走了以后，天天想自杀",
                "老伴走了以后天天想自杀",
                "我一想到孩子就想死",
                "Since my husband left, suicidal thoughts every day",
                "Since my husband left suicidal thoughts every day",
                "I lost my wife and want to die",
                "My wife died last year, I want to kill myself",
                "I want to die, it is not me any more"
            })
    void hearsItBesideAnother(String text) {
        assertThat(isReported(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My brother committed suicide",
                "I heard that my cousin committed suicide",
                "我表弟上个月自杀了",
                "听说同事跳楼了",
                "想自杀的是我朋友，不是我",
                "I was suicidal when I was nineteen",
                "年轻时想过轻生",
                "Can this drug cause suicidal thoughts?",
                "说明书上写着会引起自杀念头",
                "I have no thoughts of suicide",
                "没有想过自杀",
                "I don't want to kill myself",
                "我不会自杀的"
            })
    void keepsQuiet(String text) {
        assertThat(isReported(text)).as(text).isFalse();
    }

    private boolean isReported(String text) {
        return detector.detect(text, null).stream()
                .anyMatch(mention -> mention.isReported() && mention.concept().equals("suicidality"));
    }
}
