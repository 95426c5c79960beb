package epro.processing.suspicion;

import epro.lane.Position;
import epro.processing.reading.Submission;
import epro.schemas.Keys;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.StoredJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a record in quarantine claims to be, made fit to be kept and told. Its key is that of the submission which it claims to
 * be, so that the same one sent again, odd or mended, is suspected once; where an id is missing it is that of its place.
 */
final class Claimed {
    static final String STATE = "QUARANTINED";

    private static final UUID NAMESPACE = UUID.fromString("5c1d0f64-4c0b-4e55-9f6e-0a3d7a1b9e42");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String UNASSIGNED = "unassigned";
    private static final int TEXT_MAX = 200;

    private Claimed() {}

    static Subject subject(Submission submission, Position place) {
        SubmissionReceived event = submission.event();
        boolean nameless = event.getStudyId().isEmpty()
                || event.getPatientId().isEmpty()
                || event.getSubmissionId().isEmpty();
        return new Subject(
                nameless ? keyOf(place) : submission.key(),
                submission.patientKey(),
                shortened(event.getSubmissionId()),
                orUnassigned(event.getStudyId()),
                orUnassigned(event.getSiteId()),
                shortened(event.getPatientId()),
                shortened(event.getFormId()),
                shortenedIfAny(event.getFormVersion()),
                shortenedIfAny(event.getCompletedAt()),
                within(event.getReceivedAt()),
                STATE);
    }

    private static UUID keyOf(Position place) {
        return Keys.nameBased(
                NAMESPACE, place.topicId(), Integer.toString(place.partition()), Long.toString(place.offset()));
    }

    private static String orUnassigned(String id) {
        return id.isEmpty() ? UNASSIGNED : shortened(id);
    }

    private static @Nullable String shortenedIfAny(@Nullable String text) {
        return text == null ? null : shortened(text);
    }

    private static String shortened(String text) {
        String storable = StoredJson.storable(text);
        return storable.codePointCount(0, storable.length()) > TEXT_MAX
                ? storable.substring(0, storable.offsetByCodePoints(0, TEXT_MAX))
                : storable;
    }

    private static Instant within(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
