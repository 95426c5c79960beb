package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of submissions.
 *
 * @param submissionKey null where the record can't be read
 * @param replay whether it came from here once more, to be evaluated anew
 */
record LoggedRecord(
        Place place,
        @Nullable String submissionKey,
        @Nullable String submissionId,
        @Nullable String studyId,
        @Nullable String contentHash,
        boolean replay) {

    boolean readable() {
        return submissionKey != null;
    }
}
