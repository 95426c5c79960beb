package epro.processing.reading;

import epro.processing.harm.HarmReading;

/** What reading made of one record. */
public sealed interface ReadRecord {

    RawRecord raw();

    /** It could be read; the evaluation says whether it is valid. Valid or not, it was read for harm. */
    record Evaluated(RawRecord raw, Submission submission, Evaluation evaluation, HarmReading harm)
            implements ReadRecord {}

    /** It can't be read by anyone, now or later; the reason is a stable word. */
    record Unreadable(RawRecord raw, String reason) implements ReadRecord {}

    /**
     * Our own code failed on it, or the registry does not know its schema: quarantined too, unless so many fail that
     * code or registry, not the record, is to blame.
     */
    record Failed(RawRecord raw, String reason) implements ReadRecord {}
}
