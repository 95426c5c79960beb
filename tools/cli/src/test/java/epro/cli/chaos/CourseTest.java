package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Test
    void playsEachRunsOwnScenarioAndAtTheEndOnceMoreWhatDidNotCount() {
        Course course = new Course(1, 3);

        int first = course.next();
        course.again(first);

        assertThat(Stream.of(first, course.next(), course.next(), course.next()))
                .containsExactly(1, 2, 3, 1);
    }

    @Test
    void beginsWithAnyRun() {
        Course course = new Course(87, 2);

        assertThat(IntStream.range(0, 2).map(_ -> course.next())).containsExactly(87, 88);
    }
}
