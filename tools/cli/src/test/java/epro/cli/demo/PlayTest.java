package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlayTest {

    private final Ledger ledger = new Ledger();
    private final Courier courier = new Courier(
            _ -> new Accepted(new Place(0, ledger.accepted()), false),
            ledger,
            InstantSource.fixed(Instant.EPOCH),
            Duration.ZERO);

    @Test
    void endsWhenTheLastLetterIsDelivered() {
        List<Letter> letters = IntStream.range(0, 500)
                .mapToObj(i -> new Letter(Duration.ofMillis(i % 20), "id" + i, Fate.STORED, "{}", false, List.of()))
                .toList();
        Play.perform(courier, letters, List.of());
        assertThat(ledger.accepted()).isEqualTo(500);
    }

    @Test
    void failsWithACueThatFails() {
        Play.Cue broken = new Play.Cue(Duration.ZERO, () -> {
            throw new IllegalStateException("no such process");
        });
        assertThatThrownBy(() -> Play.perform(courier, List.of(), List.of(broken)))
                .hasRootCauseMessage("no such process");
    }
}
