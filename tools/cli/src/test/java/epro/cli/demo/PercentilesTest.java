package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        assertThat(Percentiles.of(LongStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis)))
                .isEqualTo(new Percentiles(100, 198));
        assertThat(Percentiles.of(Stream.of(Duration.ofNanos(1_260_000)))).isEqualTo(new Percentiles(1.3, 1.3));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Percentiles.of(Stream.empty())).isNull();
    }
}
