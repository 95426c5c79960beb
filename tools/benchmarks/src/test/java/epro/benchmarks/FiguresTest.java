package epro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aSpreadIsTheMiddleRoundAndTheExtremes() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4));
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessage("no rounds, no spread");
    }

    @Test
    void aPercentileIsOneOfTheFigures() {
        List<Long> hundred =
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).boxed().toList();

        assertThat(Figures.percentileMs(hundred, 0.5)).isEqualTo(50);
        assertThat(Figures.percentileMs(hundred, 0.99)).isEqualTo(99);
        assertThat(Figures.percentileMs(hundred.subList(0, 3), 0.5)).isEqualTo(2);
        assertThat(Figures.percentileMs(List.of(7_000_000L), 0.01)).isEqualTo(7);
        assertThat(Figures.percentileMs(List.of(), 0.5)).isZero();
    }

    @Test
    void aGoalIsReachedUpToItsLimit() {
        assertThat(Goal.atMost("makespan", 1.01, 1.01).met()).isTrue();
        assertThat(Goal.atMost("makespan", 1.01, 1.0101)).isEqualTo(new Goal("makespan", "<= 1.01", 1.01, false));
        assertThat(Goal.atLeast("times", 10, 10).met()).isTrue();
        assertThat(Goal.atLeast("times", 10, 9.9996)).isEqualTo(new Goal("times", ">= 10.0", 10, false));
        assertThat(Goal.flat("cost", 0.25, 0.75).met()).isTrue();
        assertThat(Goal.flat("cost", 0.25, 1.25).met()).isTrue();
        assertThat(Goal.flat("cost", 0.25, 0.74)).isEqualTo(new Goal("cost", "1 +- 0.25", 0.74, false));
        assertThat(Goal.none("violations", 0).met()).isTrue();
        assertThat(Goal.none("violations", 1)).isEqualTo(new Goal("violations", "0", 1, false));
        assertThat(Goal.all("done", 200, 199)).isEqualTo(new Goal("done", "200", 199, false));
    }

    @Test
    void measuresAtLeastOnce() {
        assertThatThrownBy(() -> new Scale(true, 0)).hasMessage("rounds must be at least 1, was 0");
    }
}
