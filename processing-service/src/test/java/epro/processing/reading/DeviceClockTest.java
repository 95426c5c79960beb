package epro.processing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.SentSubmission;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything here was received at 2026-03-01T08:00:00.123456Z. */
class DeviceClockTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false",
                "2026-03-01T07:59:00Z, -, false",
                "2026-03-01T15:59:00+08:00, -, false",
                "2026-03-01T08:04:59Z, -, false",
                "2026-03-01T08:05:01Z, -, true",
                "2031-01-01T00:00:00Z, -, true",
                "2026-03-01 07:59, -, true",
                "2026-03-01T07:59:00, -, true",
                "yesterday, -, true",
                "2026-01-31T08:00:00Z, -, false",
                "2026-01-29T08:00:00Z, -, true",
                "1970-01-01T00:00:00Z, -, true",
                "0001-01-01T00:00:00Z, -, true",
                "2026-02-28T09:00:00Z, 24, false",
                "2026-02-28T07:00:00Z, 24, true",
                "2026-01-01T00:00:00Z, 2400, false"
            })
    void isSuspectWhereItIsAheadOrFurtherBehindThanTheFormsWindowOrNoTimeAtAll(
            @Nullable String completedAt, @Nullable Integer windowHours, boolean suspect) {
        Optional<Duration> window = Optional.ofNullable(windowHours).map(Duration::ofHours);
        assertThat(DeviceClock.isSuspect(submission(completedAt), window)).isEqualTo(suspect);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-02-27T10:00:00Z, 2026-02-27T10:00:00Z",
                "1999-01-01T00:00:00Z, 2026-03-01T08:00:00.123456Z",
                "2031-01-01T00:00:00Z, 2026-03-01T08:00:00.123456Z",
                "no time, 2026-03-01T08:00:00.123456Z",
                "-, -"
            })
    void doesNotChooseTheFormsVersionWhereItIsSuspect(@Nullable String completedAt, @Nullable Instant at) {
        assertThat(DeviceClock.inForceAt(submission(completedAt))).isEqualTo(at);
    }

    private static Submission submission(@Nullable String completedAt) {
        SentSubmission sent = SentSubmission.of("form", "{}");
        SubmissionReceived event = SubmissionReceived.newBuilder(sent.event())
                .setCompletedAt(completedAt)
                .build();
        return new Submission(
                event,
                sent.key(),
                sent.patientKey(),
                DeviceTime.instantOf(completedAt),
                new JsonValue.Members(Map.of()));
    }
}
