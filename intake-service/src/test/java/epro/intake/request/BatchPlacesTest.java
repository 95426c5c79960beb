package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import epro.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlacesTest {
    private final BatchPlaces places = new BatchPlaces();

    @Test
    void areFourForACallerAndComeBack() {
        List<BatchPlaces.Place> taken = taken("a", 4);

        assertRefused(() -> places.take("a"), 503, "too-many-batches");
        assertThat(places.take("b")).isNotNull();
        taken.getFirst().close();
        assertThat(places.take("a")).isNotNull();
    }

    @Test
    void areSixteenForAll() {
        List<BatchPlaces.Place> taken = new ArrayList<>();
        for (String caller : List.of("a", "b", "c", "d")) {
            taken.addAll(taken(caller, 4));
        }

        assertRefused(() -> places.take("e"), 503, "too-many-batches");
        taken.forEach(BatchPlaces.Place::close);
        assertThat(taken("e", 4)).hasSize(4);
    }

    @Test
    void doNotSendTheRefusedBackTogether() {
        taken("a", 4);

        var waits = IntStream.range(0, 50)
                .mapToObj(_ -> catchThrowableOfType(ProblemException.class, () -> places.take("a")))
                .map(refusal -> refusal.retryAfterSeconds().orElseThrow())
                .collect(Collectors.toSet());

        assertThat(waits).hasSizeGreaterThan(1).allMatch(seconds -> seconds >= 1 && seconds <= 3);
    }

    private List<BatchPlaces.Place> taken(String caller, int count) {
        List<BatchPlaces.Place> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(places.take(caller));
        }
        return taken;
    }
}
