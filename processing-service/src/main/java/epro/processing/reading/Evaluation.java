package epro.processing.reading;

import epro.processing.form.Cleaning;
import epro.processing.form.Violation;
import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What validation and cleaning say of a submission. */
public sealed interface Evaluation {

    /** The form's version, null where the form is unknown and none was given. */
    @Nullable
    String formVersion();

    /**
     * Valid: stored as a CRF record.
     *
     * @param formVersion the version it was validated against
     * @param cleaned the answers after cleaning
     * @param cleanings what cleaning changed
     * @param issues warnings, which do not reject
     */
    record Valid(String formVersion, JsonValue.Members cleaned, List<Cleaning> cleanings, List<Violation> issues)
            implements Evaluation {}

    /**
     * Invalid: kept as a rejection.
     *
     * @param formVersion the version it was validated against, if any
     * @param unknownForm whether it is invalid only because its form was not there
     * @param reasons every violation, warnings included
     */
    record Invalid(@Nullable String formVersion, boolean unknownForm, List<Violation> reasons) implements Evaluation {}
}
