package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule by itself: the one thing it says of a mention. */
class ContextTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no rash, seizures or fainting",
                "seizures: none",
                "没有抽搐、晕倒",
                "抽搐（-）",
                "I can't say I had a seizure"
            })
    void denied(String text) {
        everyMention(text, mention -> !mention.affirmed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it is not true that I had no seizure", "no rash, but a seizure", "我不否认抽搐过", "没想到抽搐了"})
    void notDenied(String text) {
        everyMention(text, Mention::affirmed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my aunt has jaundice", "a friend of mine has jaundice", "我姐有黄疸", "有黄疸的是我姐，不是我"})
    void anothers(String text) {
        everyMention(text, mention -> !mention.ofPatient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my aunt says I have jaundice", "seen by my aunt: jaundice", "我姐说我有黄疸"})
    void reportedByAnother(String text) {
        everyMention(text, Mention::ofPatient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I collapsed twenty years ago", "小时候昏迷过", "the collapse has been forgotten, long behind me"})
    void past(String text) {
        everyMention(text, mention -> !mention.recent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I collapsed years ago and again today", "十年前昏迷过，昨天又昏迷了", "collapsed on Monday, all better now"})
    void ofTheseDays(String text) {
        assertThat(detector.detect(text, null)).last().matches(Mention::recent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in case I vomit blood",
                "万一吐血",
                "does it cause anyone to vomit blood?",
                "会不会吐血？",
                "I vomited blood lol"
            })
    void notExperienced(String text) {
        everyMention(text, Mention::hypothetical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"if I walk, I have chest pain", "why do I vomit blood?", "我昨天吐血了，怎么办？"})
    void experienced(String text) {
        everyMention(text, mention -> !mention.hypothetical());
    }

    private void everyMention(String text, Predicate<Mention> holds) {
        assertThat(detector.detect(text, null)).isNotEmpty().allMatch(holds);
    }
}
