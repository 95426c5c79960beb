package epro.processing.submission;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One submission whole.
 *
 * @param reasons why it is rejected, or the issues it is stored with
 * @param answers as they were received
 * @param cleaned what cleaning changed beside them
 * @param suspectedAdverseEvents null: nothing reads submissions for harm yet
 * @param assessment NONE: no model has been asked
 * @param audit every entry of the chain that speaks of it, oldest first
 */
record SubmissionDetail(
        @JsonUnwrapped SubmissionSummary summary,
        @JsonRawValue String reasons,
        @JsonRawValue String answers,
        @JsonRawValue String cleaned,
        @Nullable List<String> suspectedAdverseEvents,
        String assessment,
        List<Entry> audit) {

    /** One link of the audit chain. */
    record Entry(String lane, long sequence, Instant at, String actor, String action, String hash) {}

    @Override
    public String toString() {
        return "SubmissionDetail[" + summary.submissionKey() + "]";
    }
}
