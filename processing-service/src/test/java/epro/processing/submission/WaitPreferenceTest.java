package epro.processing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitPreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | 10",
                "respond-async, wait=3 | 3",
                "wait = 7 | 7",
                "wait=999999999 | 30",
                "wait=-1 | 0",
                "wait=soon | 0",
                "await=5 | 0",
                " | 0"
            })
    void waitsAsLongAsAskedButNoLongerThanHalfAMinute(String prefer, long seconds) {
        assertThat(WaitPreference.of(prefer)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
