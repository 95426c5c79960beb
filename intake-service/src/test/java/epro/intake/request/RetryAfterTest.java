package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    @Test
    void isSpreadOverAFewSeconds() {
        assertThat(fifty(RetryAfter.SOON)).hasSizeGreaterThan(1).isSubsetOf(1L, 2L, 3L);
        assertThat(fifty(RetryAfter.RESTARTED)).hasSizeGreaterThan(1).isSubsetOf(5L, 6L, 7L, 8L);
    }

    private static Set<Long> fifty(RetryAfter again) {
        return Stream.generate(again::spread)
                .limit(50)
                .map(wait -> wait.toSeconds())
                .collect(Collectors.toSet());
    }
}
