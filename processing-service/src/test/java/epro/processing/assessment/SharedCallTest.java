package epro.processing.assessment;

import static epro.processing.assessment.TogetherTest.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.processing.FakeModel;
import epro.processing.RunningProcessing;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several questions in one call: each has its own answer, and none suffers for another. */
class SharedCallTest {
    private static final Assessment RASH = asked("en", "well", "a rash on both arms");
    private static final Assessment WELL = asked("en", "well");

    @Test
    void givesEachQuestionTheAnswerToItsOwnTextsFromOneCall() throws Exception {
        Map<Assessment, Reading> readings = client().read(List.of(WELL, RASH, asked("en", "fine", "fine")));
        assertThat(FakeModel.mostTexts()).isGreaterThanOrEqualTo(5);
        assertThat(readings).hasSize(3);
        assertThat(readings.get(WELL))
                .satisfies(reading -> assertThat(reading.findings()).isEmpty());
        assertThat(readings.get(RASH)).satisfies(reading -> {
            assertThat(reading.score()).isEqualTo(0.8);
            assertThat(reading.findings()).hasSize(1);
        });
    }

    @Test
    void leavesOutOnlyTheQuestionOfWhichNothingSensibleIsSaid() throws Exception {
        Assessment nonsense = asked("en", "nonsense");
        assertThat(client().read(List.of(RASH, WELL, nonsense)).keySet()).containsExactlyInAnyOrder(RASH, WELL);
        assertThatThrownBy(() -> client().read(List.of(nonsense))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poison", "dawdling"})
    void holdsAFailureOfSeveralTogetherAgainstNoneOfThem(String word) throws Exception {
        assertThat(asking().ask(List.of(RASH, asked("en", word), WELL))).isEmpty();
        assertThat(asking().ask(List.of(RASH))).hasSize(1).allMatch(Verdict.Decided.class::isInstance);
        assertThat(asking().ask(List.of(WELL))).hasSize(1).allMatch(Verdict.Decided.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "http://model:8000, '', http://model:8000/v2/models/m/infer",
        "http://model:8000/, '', http://model:8000/v2/models/m/infer",
        "https://gateway/serving/epro, '', https://gateway/serving/epro/v2/models/m/infer",
        "https://gateway/serving/epro/, 3, https://gateway/serving/epro/v2/models/m/versions/3/infer"
    })
    void asksBelowThePathOfTheRoot(URI root, String version, URI inference) {
        assertThat(new ModelSettings(root, "m", version, null, Duration.ofSeconds(1), 1, 1, Duration.ofSeconds(1))
                        .inference())
                .isEqualTo(inference);
    }

    @Test
    void remembersOnlyTheLatestFailures() {
        RecentFailures failures = new RecentFailures(100);
        UUID first = UUID.randomUUID();
        assertThat(failures.note(first, Instant.EPOCH)).isNull();
        assertThat(failures.note(first, Instant.MAX)).isEqualTo(Instant.EPOCH);
        for (int i = 0; i < 100; i++) {
            failures.note(UUID.randomUUID(), Instant.EPOCH);
        }
        assertThat(failures.size()).isEqualTo(100);
        assertThat(failures.note(first, Instant.EPOCH)).isNull();
    }

    private static ModelClient client() {
        return RunningProcessing.bean(ModelClient.class);
    }

    private static Asking asking() {
        return RunningProcessing.bean(Asking.class);
    }
}
