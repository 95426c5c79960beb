package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartWindowTest {

    private final SetClock clock = new SetClock();
    private final StartWindow window = new StartWindow(clock);

    @Test
    void countsStartsOfTheSecondThatEndsNow() {
        assertThat(IntStream.range(0, 11).map(_ -> window.enter())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void forgetsAStartThatIsASecondOld() {
        window.enter();
        clock.advance(Duration.ofSeconds(1));
        assertThat(window.enter()).isEqualTo(1);
    }

    @Test
    void remembersAStartThatIsAlmostASecondOld() {
        window.enter();
        clock.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(window.enter()).isEqualTo(2);
    }

    @Test
    void slidesInsteadOfCountingByCalendarSeconds() {
        clock.advance(Duration.ofMillis(900));
        IntStream.range(0, 6).forEach(_ -> window.enter());
        clock.advance(Duration.ofMillis(200));
        IntStream.range(0, 4).forEach(_ -> window.enter());
        assertThat(window.enter()).isEqualTo(11);
    }

    @Test
    void countsAcrossTheLargestNanoTime() {
        SetClock late = new SetClock(Long.MAX_VALUE - 10);
        StartWindow aroundTheEnd = new StartWindow(late);
        aroundTheEnd.enter();
        late.advance(Duration.ofNanos(20));
        assertThat(aroundTheEnd.enter()).isEqualTo(2);
    }
}
