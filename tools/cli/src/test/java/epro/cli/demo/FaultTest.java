package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class FaultTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Stream<Fault> faults() {
        return Fault.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isMadeOnlyWhereNothingElseFollowsFromIt(Fault fault) {
        assertThat(fault.places(Diary.FORM))
                .isNotEmpty()
                .extracting(Question::linkId)
                .doesNotContain("pain", "where", "drugs");
    }

    @Test
    void leavesOutWhatIsRequiredAndGoesBeyondBounds() {
        assertThat(spoilt("required", "steps")).doesNotContainKey("steps");
        assertThat(spoilt("out-of-range", "steps")).containsEntry("steps", JSON.numberNode(new BigDecimal("13")));
        assertThat(spoilt("too-long", "words")).containsEntry("words", JSON.stringNode("a".repeat(13)));
        assertThat(spoilt("unknown-item", "words")).containsKey("words-old");
    }

    private static Map<String, JsonNode> spoilt(String code, String linkId) {
        Map<String, JsonNode> answers = new HashMap<>(Map.of("steps", JSON.numberNode(11)));
        Fault fault = Fault.ALL.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        fault.mistake().make(Diary.question(linkId), answers);
        return answers;
    }
}
