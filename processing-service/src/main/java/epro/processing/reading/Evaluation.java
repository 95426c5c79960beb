package epro.processing.reading;

import epro.processing.form.Cleaning;
import epro.processing.form.ReasonCode;
import epro.processing.form.Violation;
import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What validation and cleaning say of a submission. */
public sealed interface Evaluation {

    /** The form's version, null where the form is unknown and none was given. */
    @Nullable
    String formVersion();

    /** All that was noted, what does not reject included. */
    List<Violation> notes();

    /** Whether nothing can be concluded from when the device says that it was completed. */
    default boolean clockIsSuspect() {
        return notes().stream().anyMatch(note -> note.code() == ReasonCode.CLOCK_SUSPECT);
    }

    /**
     * Valid: stored as a CRF record.
     *
     * @param formVersion the version it was validated against
     * @param cleaned the answers after cleaning
     * @param cleanings what cleaning changed
     * @param issues warnings, which do not reject
     */
    record Valid(String formVersion, JsonValue.Members cleaned, List<Cleaning> cleanings, List<Violation> issues)
            implements Evaluation {

        @Override
        public List<Violation> notes() {
            return issues;
        }
    }

    /**
     * Invalid: kept as a rejection.
     *
     * @param formVersion the version it was validated against, if any
     * @param unknownForm whether it is invalid only because its form was not there
     * @param reasons every violation, warnings included
     */
    record Invalid(@Nullable String formVersion, boolean unknownForm, List<Violation> reasons) implements Evaluation {

        @Override
        public List<Violation> notes() {
            return reasons;
        }
    }
}
