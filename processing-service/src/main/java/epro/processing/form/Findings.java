package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one validation finds on its way through the form. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> strangers = new ArrayList<>();
    private final List<Cleaning> cleanings = new ArrayList<>();

    void problem(String path, Problem problem, Severity severity) {
        violations.add(new Violation(path, problem.code(), severity, problem.message()));
    }

    void stranger(String path) {
        strangers.add(new Violation(
                path, ReasonCode.UNKNOWN_ITEM, Severity.ERROR, "The form has no such item to answer at this place."));
    }

    void cleaning(String path, String rule, JsonValue before, JsonValue after) {
        cleanings.add(new Cleaning(path, rule, before, after));
    }

    Validation validation(JsonValue.Members cleaned) {
        List<Violation> all = new ArrayList<>(violations);
        strangers.stream().sorted(Comparator.comparing(Violation::path)).forEach(all::add);
        return new Validation(cleaned, all, cleanings);
    }
}
