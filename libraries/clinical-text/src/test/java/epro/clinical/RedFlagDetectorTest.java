package epro.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedFlagDetectorTest {
    private final RedFlagDetector detector = RedFlagDetector.standard();

    private record Sentence(String text, String language, String concept, boolean reported) {}

    /** What was reached, rounded down: it may only grow. */
    @ParameterizedTest
    @CsvSource({
        "sentences.tsv, en, 200, 0.99, 0.99",
        "sentences.tsv, zh, 200, 0.99, 0.99",
        "sentences-2.tsv, en, 60, 0.99, 0.99",
        "sentences-2.tsv, zh, 60, 0.99, 0.99",
        "sentences-3.tsv, en, 40, 0.95, 0.99",
        "sentences-3.tsv, zh, 40, 0.99, 0.99",
        "sentences-4.tsv, en, 100, 0.99, 0.98",
        "sentences-4.tsv, zh, 100, 0.99, 0.98",
        "sentences-5.tsv, en, 100, 0.89, 0.70",
        "sentences-5.tsv, zh, 100, 0.86, 0.65"
    })
    void keepsWhatItReachedOnSentencesThatWereWrittenBeforeIt(
            String file, String language, int number, double precision, double recall) throws IOException {
        List<Sentence> sentences = sentences(file).stream()
                .filter(sentence -> sentence.language().equals(language))
                .toList();
        long found = sentences.stream().filter(this::isFound).count();
        long right = sentences.stream()
                .filter(this::isFound)
                .filter(Sentence::reported)
                .count();
        long reported = sentences.stream().filter(Sentence::reported).count();
        assertThat(sentences).hasSize(number);
        assertThat((double) right / found).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat((double) right / reported).as("recall").isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have chest pain",
                "我胸口疼",
                "no fever but I passed out",
                "不是没有胸痛",
                "not only nausea, chest pain as well",
                "我不想活了",
                "my temperature was 39.4 degrees"
            })
    void hearsWhatAPatientReports(String text) {
        assertThat(detector.detect(text, null)).anyMatch(Mention::isReported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no fever, fainting or chest pain",
                "胸痛：无",
                "我妈妈昨天晕倒了",
                "Can this drug cause a seizure?",
                "如果吐血怎么办",
                "I had a seizure ten years ago",
                "feeling fine today",
                "chest pain: none"
            })
    void keepsQuietWhereNothingOfTheKindIsReported(String text) {
        assertThat(detector.detect(text, null)).noneMatch(Mention::isReported);
    }

    /** A mebibyte each, of what costs most: no sentence end, many hits, many cues, gaps that lead nowhere. */
    @Tag("slow")
    @ParameterizedTest
    @Timeout(120)
    @ValueSource(
            strings = {"no chest not pain 没有胸 ", "chest pain ", "pain pain ", "took ", "没有胸痛，", "我妈", "vomitvomit"})
    void readsAVeryLongTextInReasonableTimeAndHearsItsEnd(String repeated) {
        String text = repeated.repeat((1 << 20) / repeated.getBytes(StandardCharsets.UTF_8).length);
        assertThat(detector.detect(text + "\n我不想活了", null))
                .anyMatch(mention -> mention.isReported() && mention.concept().equals("suicidality"));
    }

    @Test
    void saysWhereInTheTextAsItWasWrittenItStands() {
        String text = "昨晚  烧到３９．５度 … I can’t   breathe";
        assertThat(detector.detect(text, null))
                .extracting(mention -> text.substring(mention.start(), mention.end()))
                .contains("can’t   breathe")
                .anyMatch(written -> written.contains("３９"));
    }

    private boolean isFound(Sentence sentence) {
        return detector.detect(sentence.text(), sentence.language()).stream()
                .filter(Mention::isReported)
                .anyMatch(mention ->
                        sentence.concept().equals("none") || mention.concept().equals(sentence.concept()));
    }

    private static List<Sentence> sentences(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RedFlagDetectorTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Sentence(columns[0], columns[1], columns[2], columns[3].equals("1")))
                    .toList();
        }
    }
}
