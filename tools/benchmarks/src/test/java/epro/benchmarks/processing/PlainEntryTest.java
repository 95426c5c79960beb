package epro.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class PlainEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final PlainEntry first = PlainEntry.next(0, new byte[0], row("a"), NOW);
    private final PlainEntry second = PlainEntry.next(1, first.hash(), row("b"), NOW);

    @Test
    void followsTheOneBefore() {
        assertThat(first.follows(null)).isTrue();
        assertThat(second.follows(first)).isTrue();
    }

    @Test
    void whatIsMissingTwiceOrAlteredIsFound() {
        PlainEntry altered = new PlainEntry(
                2, PlainEntry.next(1, first.hash(), row("c"), NOW).said(), second.hash());

        assertThat(second.follows(null)).isFalse();
        assertThat(second.follows(second)).isFalse();
        assertThat(altered.follows(first)).isFalse();
    }

    private static PlainRow row(String key) {
        return new PlainRow(
                key, "form", "1.0", "hash", "{}", "{}", "{}", "[]", 3, 7, OffsetDateTime.parse("2026-11-25T12:00:00Z"));
    }
}
