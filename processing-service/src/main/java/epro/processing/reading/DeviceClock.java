package epro.processing.reading;

import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to think of the clock by which a patient's device says when a submission was completed. A time that is no time, that
 * lies ahead of receipt, or behind it by more than the form's window proves nothing: such a submission is ordered by receipt.
 */
final class DeviceClock {
    /** Where a form says nothing of it: a phone may be offline for a holiday, not for a season. */
    static final Duration USUAL_WINDOW = Duration.ofDays(30);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private DeviceClock() {}

    /** @param window for how long after its completion a submission of the form may well arrive */
    static boolean isSuspect(Submission submission, Optional<Duration> window) {
        SubmissionReceived event = submission.event();
        if (event.getCompletedAt() == null) {
            return false;
        }
        Instant completedAt = submission.completedAt();
        Instant received = event.getReceivedAt();
        return completedAt == null
                || completedAt.isAfter(received.plus(AHEAD))
                || completedAt.isBefore(received.minus(window.orElse(USUAL_WINDOW)));
    }

    /** Which time says what form was in force: completion, or receipt where completion proves nothing. */
    static @Nullable Instant inForceAt(Submission submission) {
        return isSuspect(submission, Optional.empty()) ? submission.event().getReceivedAt() : submission.completedAt();
    }
}
