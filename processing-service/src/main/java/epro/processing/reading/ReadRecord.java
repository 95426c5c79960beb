package epro.processing.reading;

import epro.processing.harm.HarmReading;
import java.util.Optional;

/** What reading made of one record. */
public sealed interface ReadRecord {

    RawRecord raw();

    /** It could be read; the evaluation says whether it is valid. Valid or not, it was read for harm. */
    record Evaluated(RawRecord raw, Submission submission, Evaluation evaluation, HarmReading harm)
            implements ReadRecord {}

    /** It is kept byte for byte only; what it says may still be heard. */
    sealed interface Quarantined extends ReadRecord {
        String reason();

        Optional<Heard> heard();
    }

    /** It can't be read, or not be stored, by anyone, now or later; the reason is a stable word. */
    record Unreadable(RawRecord raw, String reason, Optional<Heard> heard) implements Quarantined {
        public Unreadable(RawRecord raw, String reason) {
            this(raw, reason, Optional.empty());
        }
    }

    /**
     * Our own code failed on it, the database refused it, or the registry does not know its schema: quarantined too, unless so
     * many fail that code, database or registry, not the record, is to blame.
     */
    record Failed(RawRecord raw, String reason, Optional<Heard> heard) implements Quarantined {
        public Failed(RawRecord raw, String reason) {
            this(raw, reason, Optional.empty());
        }
    }
}
