package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One way of making an answer what it was meant to be.
 *
 * @param name as others read it
 * @param change gives back an equal value where there is nothing to change
 */
record CleaningRule(String name, UnaryOperator<JsonValue> change) {
    private static final Set<String> CLEANED_MEMBERS = Set.of("value", "unit", "system", "code");

    static final CleaningRule TRIM = ofText("trim", Texts::trim);
    static final CleaningRule NFC = ofText("nfc", text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    static final CleaningRule ASCII = ofText("ascii-digits", Texts::narrow);
    static final CleaningRule NUMBER = new CleaningRule("number", Decimals::fromText);
    static final CleaningRule INTEGER = new CleaningRule("integer", Decimals::withoutZeroFraction);

    /** A rule for texts, and for those members of a coding or quantity that are not shown to anyone. */
    private static CleaningRule ofText(String name, UnaryOperator<String> change) {
        return new CleaningRule(name, value -> switch (value) {
            case JsonValue.Text(String text) -> new JsonValue.Text(change.apply(text));
            case JsonValue.Members members -> inMembers(members, CLEANED_MEMBERS, ofText(name, change));
            case JsonValue other -> other;
        });
    }

    /** The same rule for the value of a quantity. */
    CleaningRule inQuantity() {
        return new CleaningRule(
                name,
                value ->
                        value instanceof JsonValue.Members members ? inMembers(members, Set.of("value"), this) : value);
    }

    private static JsonValue inMembers(JsonValue.Members members, Set<String> names, CleaningRule rule) {
        Map<String, JsonValue> result = new LinkedHashMap<>(members.values());
        result.replaceAll((name, value) -> names.contains(name) && !(value instanceof JsonValue.Members)
                ? rule.change().apply(value)
                : value);
        return new JsonValue.Members(result);
    }
}
