package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps turns of phrase, answers of no and traditional characters from being misheard silences no report beside them. */
class GuardsTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I laughed so hard that tears came, but since then I cannot breathe",
                "I laughed a lot and then I passed out",
                "I was embarrassed, and I want to die",
                "I am so ashamed that I want to die",
                "I almost fell asleep, then I vomited blood",
                "I nearly fell and hit my head on the sink, it is bleeding",
                "Threw up blood, then took the whole box of painkillers",
                "I returned home and took twenty sleeping pills at once",
                "This is no joke, my chest hurts",
                "I'm not exaggerating when I say I can't breathe",
                "I saw my husband in hospital, then I collapsed",
                "unbearable pain and nothing at all helps",
                "There is no pain worse than this",
                "I can't see the point of living",
                "Nobody would miss me",
                "不是开玩笑，真的胸口疼",
                "我没有夸张，痛得受不了",
                "笑死，说正经的，但是我昨晚晕倒了",
                "累得想死，真的不想活了",
                "疼得一宿没睡",
                "有死亡的念头",
                "胸悶，喘不過氣",
                "昨夜吐血兩次",
                "腦子裡總是想自殺",
                "從床上摔下來，頭破了"
            })
    void hearsTheReport(String text) {
        assertThat(detector.detect(text, null)).as(text).anyMatch(Mention::isReported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We giggled too much and could hardly breathe",
                "laughing until I nearly passed out",
                "so bored I could have died",
                "The kids threw a fit at bedtime",
                "Throwing away the old pills today",
                "Almost tripped over the cat",
                "Brought my mum to the hospital for her scan",
                "Chest pain: none reported",
                "Vomiting blood - none so far",
                "Dizziness has never been a problem, nor fainting",
                "don't see the point in going on holiday",
                "no pain worse than usual",
                "热得要死，空调坏了",
                "要死要活地加班到九点",
                "晕倒还不至于",
                "自杀的念头，我敢保证绝对没有",
                "没有胸痛，沒有發燒",
                "笑死我了",
                "我媽昨天暈倒了",
                "會不會抽搐？"
            })
    void keepsQuiet(String text) {
        assertThat(detector.detect(text, null)).as(text).noneMatch(Mention::isReported);
    }

    @Test
    void readsTraditionalCharactersAsTheSimplifiedOnesOfItsPhrases() {
        assertThat(NormalText.of("胸口疼痛、嘔吐、暈倒、喘不過氣、說話不清").toString()).isEqualTo("胸口疼痛、呕吐、晕倒、喘不过气、说话不清");
    }

    @Test
    void saysWhereItStandsInTheTextAsItWasWritten() {
        String text = "今天沒事。昨晚嘔血";
        assertThat(detector.detect(text, null))
                .extracting(mention -> text.substring(mention.start(), mention.end()))
                .containsExactly("嘔血");
    }
}
