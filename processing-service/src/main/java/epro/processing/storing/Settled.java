package epro.processing.storing;

import epro.processing.reading.Evaluation;
import epro.processing.reading.RawRecord;
import epro.processing.reading.Submission;

/** What became of one consumed record; each has exactly one audit entry. */
sealed interface Settled {

    RawRecord raw();

    /** The settled record was a submission. */
    sealed interface OfSubmission extends Settled {
        Submission submission();
    }

    /** Accepted as a CRF record. */
    record Stored(RawRecord raw, Submission submission, Evaluation.Valid evaluation, int revision, StoredRow row)
            implements OfSubmission {}

    /** Kept as a rejection. */
    record Rejected(RawRecord raw, Submission submission, Evaluation.Invalid evaluation, int revision, StoredRow row)
            implements OfSubmission {}

    /** The same submission and content stand there already. */
    record Duplicate(RawRecord raw, Submission submission) implements OfSubmission {}

    /** The id is taken by other content. */
    record Conflicting(RawRecord raw, Submission submission, StoredRow row) implements OfSubmission {}

    /** Kept byte for byte. */
    record Quarantined(RawRecord raw, String reason, StoredRow row) implements Settled {}
}
