package epro.processing.suspicion;

import epro.lane.Position;
import epro.processing.harm.HarmReading;
import epro.processing.reading.Heard;
import epro.processing.reading.ReadRecord.Evaluated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A submission as it was settled, and what was read in it. */
public final class Report {
    private final Subject subject;
    private final @Nullable Instant completedAt;
    private final HarmReading harm;
    private final int revision;

    /**
     * What was read in a submission that was settled.
     *
     * @param recordState STORED, REJECTED or CONFLICT
     * @param revision how often it was evaluated by now
     */
    public Report(Evaluated record, String recordState, int revision) {
        this.revision = revision;
        this.subject = Subject.of(record.submission(), recordState);
        this.completedAt = record.evaluation().clockIsSuspect()
                ? null
                : record.submission().completedAt();
        this.harm = record.harm();
    }

    /** What was heard in a record that is in quarantine, at that place of the log. */
    public Report(Heard heard, Position place) {
        this.subject = Claimed.subject(heard.submission(), place);
        this.completedAt = null;
        this.harm = heard.harm();
        this.revision = 1;
    }

    Subject subject() {
        return subject;
    }

    HarmReading harm() {
        return harm;
    }

    int revision() {
        return revision;
    }

    /** When its answers count: the earlier of completed and received; received where the device's clock is suspect. */
    Instant orderedAt() {
        Instant received = subject.receivedAt();
        return completedAt == null || completedAt.isAfter(received) ? received : completedAt;
    }

    /** Whether later answers are compared with these: not what was sent under a taken id, nor what nobody vouches for. */
    boolean isHistory() {
        return !subject.recordState().equals("CONFLICT")
                && !subject.recordState().equals(Claimed.STATE);
    }

    @Override
    public String toString() {
        return "Report[" + subject.submissionKey() + "]";
    }
}
