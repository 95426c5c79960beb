package epro.cli.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignsTest {

    @Test
    void areTheTermsOfGraveWordsAndLevels() {
        assertThat(signs(DiaryForm.ID, Map.of("pain", 3, "fatigue", "2"))).isEqualTo(new Signs(false, Set.of()));
        assertThat(signs(DiaryForm.ID, Map.of("fatigue", "4"))).isEqualTo(new Signs(false, Set.of("fatigue")));
        assertThat(signs(DiaryForm.ID, Map.of("fatigue", "3", "note", Signs.SELF_HARM)))
                .isEqualTo(new Signs(true, Set.of("fatigue", "suicidality")));
        assertThat(signs(DiaryForm.ID, Map.of("note", "A quiet day."))).isEqualTo(new Signs(true, Set.of()));
    }

    @Test
    void knowNoLevelOfAFormThatIsNotThere() {
        assertThat(signs(DiaryForm.LATE + "study", Map.of("fatigue", "4", "note", Signs.BLEEDING)))
                .isEqualTo(new Signs(true, Set.of("bleeding")));
    }

    @Test
    void areInWhatIsSent() {
        Traffic traffic = new Traffic("study", 2_000, Duration.ofSeconds(10), 40, Instant.EPOCH);

        List<Signs> sent =
                traffic.messages(new Random(7), 0).stream().map(Signs::of).toList();

        assertThat(sent.stream().flatMap(signs -> signs.terms().stream()))
                .contains("chest-pain", "bleeding", "suicidality", "fatigue");
        assertThat(sent.stream().filter(Signs::words)).hasSizeBetween(500, 750);
    }

    private static Signs signs(String form, Map<String, Object> answers) {
        Message.Heading heading = new Message.Heading("study", "p-01", form, Instant.EPOCH);
        return Signs.of(Message.of(Duration.ZERO, heading, "study-1", answers));
    }
}
