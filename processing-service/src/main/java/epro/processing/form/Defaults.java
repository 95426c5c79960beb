package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers that a form fills in beforehand: each must be one that it takes. */
final class Defaults {

    private Defaults() {}

    static void check(Element item, AnswerRule rule, Occurrence occurrence) {
        List<Element> initial = item.children("initial");
        long selected = rule instanceof ChoiceRule
                ? item.children("answerOption").stream()
                        .filter(option -> option.flag("initialSelected"))
                        .count()
                : 0;
        if (initial.size() + selected > 1 && !occurrence.repeats()) {
            item.fault("initial", "bad-default", "There can be one default only.");
        }
        for (Element one : initial) {
            boolean taken = one.nameStarting("value")
                    .flatMap(name -> one.raw(name).map(value -> asAnswer(name, value, rule)))
                    .filter(answer -> rule.judge(answer) == null)
                    .isPresent();
            if (!taken) {
                one.fault("", "bad-default", "The default is no answer that the item takes.");
            }
        }
    }

    private static JsonValue asAnswer(String name, JsonValue value, AnswerRule rule) {
        return switch (name) {
            case "valueCoding" -> without(value, "version", "userSelected", "id", "extension");
            case "valueQuantity", "valueAttachment", "valueReference" -> without(value, "id", "extension");
            case "valueString" -> isOtherwise(value, rule) ? new JsonValue.Members(Map.of("text", value)) : value;
            default -> value;
        };
    }

    /** Whether it is none of an open list's options. */
    private static boolean isOtherwise(JsonValue value, AnswerRule rule) {
        return rule instanceof ChoiceRule choice && choice.otherwise() != null && choice.judge(value) != null;
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
