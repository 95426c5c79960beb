package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void writesTheSameLettersFromTheSameSeed() {
        assertThat(script(7).waves(50, Duration.ofSeconds(55)))
                .isEqualTo(script(7).waves(50, Duration.ofSeconds(55)));
        assertThat(script(8).waves(50, Duration.ofSeconds(55)))
                .isNotEqualTo(script(7).waves(50, Duration.ofSeconds(55)));
    }

    @Test
    void mixesGoodSpoiltRepeatedAndConflictingLettersUnderIdsOfTheirOwn() {
        List<Letter> letters = script(7).waves(1000, Duration.ofSeconds(55));

        assertThat(letters).extracting(Letter::submissionId).doesNotHaveDuplicates();
        assertThat(letters).extracting(Letter::fate).contains(Fate.STORED, Fate.REJECTED);
        assertThat(letters.stream().flatMap(letter -> letter.next().stream()))
                .extracting(Letter::fate)
                .contains(Fate.DUPLICATE, Fate.CONFLICT)
                .doesNotContain(Fate.STORED);
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.at()).isBetween(Duration.ZERO, Duration.ofSeconds(55)));
    }

    @Test
    void repeatsTheSameContentAndConflictsWithOther() {
        List<Letter> letters = script(7).waves(1000, Duration.ofSeconds(55));
        for (Letter letter : letters) {
            for (Letter next : letter.next()) {
                assertThat(next.submissionId()).isEqualTo(letter.submissionId());
                assertThat(next.body().equals(letter.body())).isEqualTo(next.fate() == Fate.DUPLICATE);
            }
        }
    }

    @Test
    void tellsOfTheHourInLocalTimeAndInBothLanguages() {
        List<JsonNode> bodies = script(7).waves(200, Duration.ofSeconds(55)).stream()
                .map(letter -> JsonMapper.shared().readTree(letter.body()))
                .toList();
        assertThat(bodies).extracting(body -> body.get("language").asString()).contains("zh", "en");
        assertThat(bodies)
                .allSatisfy(body -> assertThat(
                                OffsetDateTime.parse(body.get("completedAt").asString())
                                        .toInstant())
                        .isBetween(NOON, NOON.plusSeconds(3600)));
    }

    @Test
    void burstsWithinTheSpan() {
        assertThat(script(7).burst(10, Duration.ofSeconds(27), Duration.ofSeconds(1)))
                .hasSize(10)
                .allSatisfy(
                        letter -> assertThat(letter.at()).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(28)));
    }

    private static Script script(long seed) {
        return new Script(new Random(seed), List.of(Diary.FORM), "run", NOON);
    }
}
