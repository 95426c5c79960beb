package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class RespondentTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersWhatIsAskedWithinTheFormsBounds(long seed) {
        Respondent respondent = new Respondent(new Random(seed), List.of("More than twelve letters"), LocalDate.EPOCH);
        Map<String, JsonNode> answers = respondent.fillIn(Diary.FORM.questions());

        assertThat(answers).containsKeys("pain", "steps");
        assertThat(answers.containsKey("where")).isEqualTo(number(answers, "pain") > 0);
        assertThat(number(answers, "steps")).isBetween(10, 12);
        assertThat(text(answers, "words")).hasSizeLessThanOrEqualTo(12);
    }

    private static int number(Map<String, JsonNode> answers, String linkId) {
        return answers.getOrDefault(linkId, MissingNode.getInstance()).asInt();
    }

    private static String text(Map<String, JsonNode> answers, String linkId) {
        return answers.getOrDefault(linkId, MissingNode.getInstance()).asString("");
    }
}
