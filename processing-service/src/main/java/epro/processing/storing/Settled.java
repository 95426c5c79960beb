package epro.processing.storing;

import epro.processing.proof.StoredRow;
import epro.processing.reading.Evaluation;
import epro.processing.reading.Heard;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord.Evaluated;
import epro.processing.reading.Submission;
import java.util.Optional;

/** What became of one consumed record; each has exactly one audit entry. */
sealed interface Settled {

    RawRecord raw();

    /** The settled record was a submission. */
    sealed interface OfSubmission extends Settled {
        Evaluated record();

        @Override
        default RawRecord raw() {
            return record().raw();
        }

        default Submission submission() {
            return record().submission();
        }
    }

    /** Accepted as a CRF record. */
    record Stored(Evaluated record, Evaluation.Valid evaluation, int revision, StoredRow row) implements OfSubmission {}

    /** Kept as a rejection. */
    record Rejected(Evaluated record, Evaluation.Invalid evaluation, int revision, StoredRow row)
            implements OfSubmission {}

    /** The same submission and content stand there already. */
    record Duplicate(Evaluated record) implements OfSubmission {}

    /** The id is taken by other content. */
    record Conflicting(Evaluated record, StoredRow row) implements OfSubmission {}

    /** Kept byte for byte; what could be heard of it is suspected all the same. */
    record Quarantined(RawRecord raw, String reason, Optional<Heard> heard, StoredRow row) implements Settled {}
}
