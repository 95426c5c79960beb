package epro.processing.form.fhircases;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A QuestionnaireResponse's answers in the shape of a submission's, where its questionnaire says what repeats. */
final class ResponseAnswers {
    private static final Set<String> TYPES = Set.of(
            "valueBoolean",
            "valueDecimal",
            "valueInteger",
            "valueDate",
            "valueDateTime",
            "valueTime",
            "valueString",
            "valueUri",
            "valueAttachment",
            "valueCoding",
            "valueQuantity",
            "valueReference");

    private final Map<String, JsonValue.Members> asked = new HashMap<>();

    private ResponseAnswers(JsonValue.Members questionnaire) {
        note(questionnaire);
    }

    /** Empty where FHIR itself has no such response: an answer has one value, of one of twelve types. */
    static Optional<JsonValue.Members> of(JsonValue.Members response, JsonValue.Members questionnaire) {
        try {
            return Optional.of(new ResponseAnswers(questionnaire).answers(response));
        } catch (NoAnswer e) {
            return Optional.empty();
        }
    }

    private static String linkId(JsonValue.Members item) {
        return item.values().get("linkId") instanceof JsonValue.Text(String linkId) ? linkId : "";
    }

    private static List<JsonValue.Members> children(JsonValue.Members parent, String name) {
        return parent.values().get(name) instanceof JsonValue.Items(var items)
                ? items.stream().map(JsonValue.Members.class::cast).toList()
                : List.of();
    }

    private void note(JsonValue.Members parent) {
        for (JsonValue.Members item : children(parent, "item")) {
            asked.put(linkId(item), item);
            note(item);
        }
    }

    private JsonValue.Members answers(JsonValue.Members parent) {
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        for (JsonValue.Members item : children(parent, "item")) {
            boolean group = !children(item, "item").isEmpty();
            answers.put(linkId(item), group ? answers(item) : ofQuestion(item));
            children(item, "answer")
                    .forEach(answer -> answers.putAll(answers(answer).values()));
        }
        return new JsonValue.Members(answers);
    }

    private JsonValue ofQuestion(JsonValue.Members item) {
        List<JsonValue> values = new ArrayList<>();
        for (JsonValue.Members answer : children(item, "answer")) {
            values.add(value(answer));
        }
        return switch (values.size()) {
            case 0 -> new JsonValue.Null();
            case 1 -> repeats(asked.get(linkId(item))) ? new JsonValue.Items(values) : values.getFirst();
            default -> new JsonValue.Items(values);
        };
    }

    private static JsonValue value(JsonValue.Members answer) {
        return answer.values().entrySet().stream()
                .filter(member -> TYPES.contains(member.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(NoAnswer::new);
    }

    private static boolean repeats(JsonValue.@Nullable Members item) {
        return item != null && new JsonValue.Flag(true).equals(item.values().get("repeats"));
    }

    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
