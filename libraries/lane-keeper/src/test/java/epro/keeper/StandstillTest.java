package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import epro.keeper.Standstill.Count;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Standstill standstill = new Standstill(() -> now);

    @Test
    void beginsOnceSomethingWaitsAndNothingMovesForAMinute() {
        standstill.note(new Count(5, 100));
        now = now.plusSeconds(60);
        standstill.note(new Count(7, 100));
        assertThat(standstill.lasts()).isFalse();
        now = now.plusSeconds(1);
        assertThat(standstill.lasts()).isTrue();

        standstill.note(new Count(6, 101));
        assertThat(standstill.lasts()).isFalse();
    }

    @Test
    void endsWithWhatWaited() {
        standstill.note(new Count(5, 100));
        now = now.plusSeconds(61);
        standstill.note(new Count(0, 100));
        assertThat(standstill.lasts()).isFalse();
    }

    @Test
    void isNoQuietNight() {
        standstill.note(new Count(0, 100));
        now = now.plus(Duration.ofHours(9));
        standstill.note(new Count(3, 100));
        assertThat(standstill.lasts())
                .as("nobody looked, and these have just come")
                .isFalse();
    }
}
