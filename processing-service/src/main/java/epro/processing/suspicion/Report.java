package epro.processing.suspicion;

import epro.processing.harm.HarmReading;
import epro.processing.reading.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A submission as it was settled, and what was read in it. */
public final class Report {
    private final Subject subject;
    private final @Nullable Instant completedAt;
    private final HarmReading harm;

    /**
     * What was read in a submission that was settled.
     *
     * @param recordState STORED, REJECTED or CONFLICT
     */
    public Report(Submission submission, String recordState, HarmReading harm) {
        this.subject = Subject.of(submission, recordState);
        this.completedAt = submission.completedAt();
        this.harm = harm;
    }

    Subject subject() {
        return subject;
    }

    HarmReading harm() {
        return harm;
    }

    /** When its answers count: the earlier of completed and received, since a device's clock may be ahead. */
    Instant orderedAt() {
        Instant received = subject.receivedAt();
        return completedAt == null || completedAt.isAfter(received) ? received : completedAt;
    }

    /** Whether later answers are compared with these; what was sent under a taken id is not what the patient is known by. */
    boolean isHistory() {
        return !subject.recordState().equals("CONFLICT");
    }

    @Override
    public String toString() {
        return "Report[" + subject.submissionKey() + "]";
    }
}
