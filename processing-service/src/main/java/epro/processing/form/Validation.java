package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;

/**
 * What a form says of answers.
 *
 * @param cleaned the answers after cleaning, in the order and with the wrappers they came in
 * @param violations in the form's order, then what the form does not know, sorted
 * @param cleanings in the form's order
 */
public record Validation(JsonValue.Members cleaned, List<Violation> violations, List<Cleaning> cleanings) {

    public Validation {
        violations = List.copyOf(violations);
        cleanings = List.copyOf(cleanings);
    }

    /** Whether any violation is an error. */
    public boolean rejected() {
        return violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
    }
}
