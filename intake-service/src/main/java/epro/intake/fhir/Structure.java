package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an object in FHIR too.
 *
 * @param answers those of its members that are the answer
 * @param others those that stay in the document only
 */
record Structure(Set<String> answers, Set<String> others) {
    static final Structure CODING =
            new Structure(Set.of("system", "code", "display"), Set.of("version", "userSelected"));
    static final Structure QUANTITY = new Structure(Set.of("value", "unit", "system", "code"), Set.of());
    static final Structure ATTACHMENT = new Structure(
            Set.of("contentType", "language", "data", "url", "size", "hash", "title", "creation"), Set.of());
    static final Structure REFERENCE = new Structure(Set.of("reference", "type", "identifier", "display"), Set.of());

    private static final Set<String> NUMBERS = Set.of("value", "size");
    private static final String COMPARATOR = "comparator";

    /** Null where nothing of it is an answer. */
    @Nullable
    JsonValue read(Fields value) {
        if (equals(QUANTITY) && value.members().values().containsKey(COMPARATOR)) {
            throw Refusals.unprocessable(
                    "unsupported-element", value.at(COMPARATOR), "An answer must be a value, not a bound of it.");
        }
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        value.members().values().forEach((name, member) -> {
            if (answers.contains(name)) {
                kept.put(name, checked(value, name, member));
            } else if (!isPassedOver(name)) {
                throw Refusals.badMember("unknown-member", value.at(name), "This member is not known.");
            }
        });
        return kept.isEmpty() ? null : new JsonValue.Members(kept);
    }

    private boolean isPassedOver(String name) {
        return others.contains(name)
                || name.equals("id")
                || name.equals("extension")
                || (name.startsWith("_")
                        && (answers.contains(name.substring(1)) || others.contains(name.substring(1))));
    }

    private static JsonValue checked(Fields value, String name, JsonValue member) {
        boolean fits = switch (member) {
            case JsonValue.Members _ -> name.equals("identifier");
            case JsonValue.NumberText _ -> NUMBERS.contains(name);
            case JsonValue.Text _ -> !NUMBERS.contains(name) && !name.equals("identifier");
            case JsonValue.Flag _, JsonValue.Items _, JsonValue.Null _ -> false;
        };
        if (!fits) {
            throw value.wrongType(name, "as FHIR has it");
        }
        return member;
    }
}
