package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SampleFormTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void dissolvesGroupsUnlessTheyRepeat() {
        assertThat(Diary.FORM.questions())
                .extracting(Question::linkId)
                .containsExactly("pain", "where", "steps", "mood", "words", "drugs");
        assertThat(Diary.question("drugs").inner()).extracting(Question::linkId).containsExactly("drug");
    }

    @Test
    void readsBoundsLengthsAndOptions() {
        assertThat(Diary.question("steps").limits().least()).isEqualTo(BigDecimal.TEN);
        assertThat(Diary.question("steps").limits().most()).isEqualTo(new BigDecimal("12"));
        assertThat(Diary.question("words").limits().lengthMax()).isEqualTo(12);
        assertThat(Diary.question("where").options())
                .containsExactly(JSON.stringNode("head"), JSON.stringNode("chest"));
    }

    @Test
    void asksWhatAGroupHidesOnlyWhenTheGroupIsOpen() {
        Question where = Diary.question("where");
        assertThat(where.asked(Map.of("pain", JSON.numberNode(1)))).isTrue();
        assertThat(where.asked(Map.of("pain", JSON.numberNode(0)))).isFalse();
        assertThat(where.asked(Map.of())).isFalse();
        assertThat(where.standsAlone()).isFalse();
    }
}
