package epro.processing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimeTest {

    @Test
    void isTheInstantThatTheDeviceMeant() {
        assertThat(DeviceTime.instantOf("2026-03-01T20:15:00+08:00")).isEqualTo(Instant.parse("2026-03-01T12:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59-01:00",
                "1900-01-01T00:00:00+01:00",
                "+999999999-01-01T00:00:00Z",
                "2026-03-01T20:15:00",
                "yesterday",
                ""
            })
    void isNoneWhereTheDatabaseCouldNotHoldIt(String text) {
        assertThat(DeviceTime.instantOf(text)).isNull();
    }
}
