package epro.processing.form.publication;

import com.fasterxml.jackson.annotation.JsonRawValue;
import epro.processing.form.Cleaning;
import epro.processing.form.Validation;
import epro.processing.form.Violation;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.util.List;

/**
 * What would become of a submission with these answers.
 *
 * @param outcome STORED or REJECTED
 * @param reasons why it would be rejected, or the issues that it would be stored with
 * @param cleaned what cleaning would change
 */
record DryRun(
        String outcome,
        @JsonRawValue String reasons,
        @JsonRawValue String cleaned) {

    static DryRun of(Validation validation) {
        return new DryRun(
                validation.rejected() ? "REJECTED" : "STORED",
                array(validation.violations().stream().map(Violation::json).toList()),
                array(validation.cleanings().stream().map(Cleaning::json).toList()));
    }

    private static String array(List<JsonValue> items) {
        return CanonicalJson.write(new JsonValue.Items(items));
    }
}
