package epro.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RangeTest {
    private final Range range = new Range(Map.of(0, 100L, 1, 50L), Map.of(0, 300L, 1, 150L));

    @Test
    void countsOverAllPartitions() {
        assertThat(range.count()).isEqualTo(300);
        assertThat(range.end()).isEqualTo(450);
    }

    @Test
    void itsBeginningTakesTheSameShareOfEachPartition() {
        Range half = range.first(150);

        assertThat(half.from()).isEqualTo(range.from());
        assertThat(half.to()).isEqualTo(Map.of(0, 200L, 1, 100L));
        assertThat(range.first(1_000)).isEqualTo(range);
        assertThat(new Range(range.to(), range.to()).first(10).count()).isZero();
    }
}
