package epro.processing.submission;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import epro.processing.adverseevent.AdverseEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One submission whole.
 *
 * @param reasons why it is rejected, or the issues it is stored with
 * @param answers as they were received
 * @param cleaned what cleaning changed beside them
 * @param document what the answers were read from, if that is a resource of its own, such as a FHIR QuestionnaireResponse
 * @param suspectedAdverseEvents as they stand now
 * @param assessment NONE: there is no text to ask a model about; else PENDING, DECIDED or FAILED
 * @param audit every entry of the chain that speaks of it, oldest first
 */
record SubmissionDetail(
        @JsonUnwrapped SubmissionSummary summary,
        @JsonRawValue String reasons,
        @JsonRawValue String answers,
        @JsonRawValue String cleaned,
        @JsonRawValue @Nullable String document,
        List<AdverseEvent> suspectedAdverseEvents,
        String assessment,
        List<Entry> audit) {

    /** One link of the audit chain. */
    record Entry(String lane, long sequence, Instant at, String actor, String action, String hash) {}

    @Override
    public String toString() {
        return "SubmissionDetail[" + summary.submissionKey() + "]";
    }
}
