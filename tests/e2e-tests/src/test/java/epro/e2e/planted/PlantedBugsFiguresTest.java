package epro.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlantedBugsFiguresTest {

    private static final PlantedBugsFigures KNOWN =
            new PlantedBugsFigures(List.of(found("early", 1), found("late", 1), found("never", 1)));

    @Test
    void keepWhatWasNotPlayedAndReplaceWhatWasFoundAgain() {
        assertThat(KNOWN.after(List.of("late"), List.of(found("late", 5))).bugs())
                .containsExactly(found("early", 1), found("late", 5), found("never", 1));
    }

    @Test
    void forgetWhatWasPlayedAndNotFoundAnyMore() {
        assertThat(KNOWN.after(List.of("late", "early"), List.of(found("late", 5)))
                        .bugs())
                .containsExactly(found("late", 5), found("never", 1));
    }

    private static Found found(String bug, int runs) {
        return new Found(bug, "answers " + bug, null, "kill-intake", 1, runs, Map.of("I1", 3L));
    }
}
