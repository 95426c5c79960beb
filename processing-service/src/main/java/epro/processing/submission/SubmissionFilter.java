package epro.processing.submission;

import epro.processing.listing.Page;
import epro.schemas.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to; everything is optional. */
record SubmissionFilter(
        @Nullable String submissionId,
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable String patientId,
        @Nullable String formId,
        @Nullable String state,
        @Nullable Instant since,
        @Nullable Integer limit,
        @Nullable String cursor) {
    SubmissionFilter ofPatient(String study, String patient) {
        return new SubmissionFilter(submissionId, study, siteId, patient, formId, state, since, limit, cursor);
    }

    /**
     * Whose data is read with the answer: of the submissions with the one id that was asked for, or else of the one patient (who
     * bears the same id in several studies, it may be); of nobody in particular where neither was.
     */
    Set<UUID> readOf(List<SubmissionSummary> answer) {
        if (submissionId != null) {
            Stream<UUID> answered = answer.stream().map(SubmissionSummary::submissionKey);
            return Stream.concat(askedPatient().map(key -> Keys.submissionKey(key, submissionId)), answered)
                    .collect(Collectors.toSet());
        }
        if (patientId == null) {
            return Set.of();
        }
        Stream<UUID> answered = answer.stream().map(row -> Keys.patientKey(row.studyId(), row.patientId()));
        return Stream.concat(askedPatient(), answered).collect(Collectors.toSet());
    }

    private Stream<UUID> askedPatient() {
        return studyId == null || patientId == null ? Stream.empty() : Stream.of(Keys.patientKey(studyId, patientId));
    }

    int rows() {
        return Page.rows(limit);
    }
}
