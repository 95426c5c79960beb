package epro.processing.suspicion;

import epro.processing.harm.SuspectedEvent;
import epro.processing.proof.StoredRow;
import java.time.Instant;
import java.util.UUID;

/**
 * One revision of a suspected adverse event, as it is kept and announced.
 *
 * @param revision 1 for the first detection
 * @param row in which it is kept
 */
public record SuspectedRevision(
        Subject subject, SuspectedEvent event, int revision, StoredRow row, Instant detectedAt) {

    boolean isFirst() {
        return revision == 1;
    }

    /** The id of its announcement, however often it is announced. */
    public UUID eventId() {
        return event.eventId(revision);
    }

    @Override
    public String toString() {
        return "SuspectedRevision[" + event.aeId() + "/" + revision + "]";
    }
}
