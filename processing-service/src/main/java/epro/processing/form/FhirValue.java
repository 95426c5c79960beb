package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as FHIR writes them, as the answers that they are here. */
final class FhirValue {

    private FhirValue() {}

    /**
     * The answer, clean, whether the rule takes it or not.
     *
     * @param type of the value, such as Coding
     */
    static JsonValue asAnswer(String type, JsonValue value, AnswerRule rule) {
        JsonValue answer = switch (type) {
            case "Coding" -> without(value, "version", "userSelected", "id", "extension");
            case "Quantity", "Attachment", "Reference" -> without(value, "id", "extension");
            case "String" -> isOtherwise(value, rule) ? new JsonValue.Members(Map.of("text", value)) : value;
            default -> value;
        };
        return rule.clean(answer);
    }

    /** Whether it is none of an open list's options. */
    private static boolean isOtherwise(JsonValue value, AnswerRule rule) {
        return rule instanceof ChoiceRule choice
                && choice.otherwise() != null
                && (choice.options().isEmpty() || choice.judge(value) != null);
    }

    private static JsonValue without(JsonValue value, String... names) {
        if (!(value instanceof JsonValue.Members(Map<String, JsonValue> members))) {
            return value;
        }
        Map<String, JsonValue> kept = new LinkedHashMap<>(members);
        kept.keySet().removeAll(List.of(names));
        return new JsonValue.Members(kept);
    }
}
