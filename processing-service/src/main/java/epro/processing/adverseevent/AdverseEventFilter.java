package epro.processing.adverseevent;

import epro.processing.listing.Page;
import epro.schemas.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to; everything is optional. */
record AdverseEventFilter(
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable String patientId,
        @Nullable UUID submissionKey,
        @Nullable String urgency,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    AdverseEventFilter ofPatient(String study, String patient) {
        return new AdverseEventFilter(study, siteId, patient, submissionKey, urgency, since, limit, cursor);
    }

    /**
     * Whose data is read with the answer: of the one submission that was asked for, or else of the one patient (who bears
     * the same id in several studies, it may be); of nobody in particular where neither was.
     */
    Set<UUID> readOf(List<AdverseEvent> answer) {
        if (submissionKey != null) {
            return Set.of(submissionKey);
        }
        if (patientId == null) {
            return Set.of();
        }
        Stream<UUID> asked = studyId == null ? Stream.empty() : Stream.of(Keys.patientKey(studyId, patientId));
        Stream<UUID> answered = answer.stream().map(event -> Keys.patientKey(event.studyId(), event.patientId()));
        return Stream.concat(asked, answered).collect(Collectors.toSet());
    }

    int rows() {
        return Page.rows(limit);
    }
}
