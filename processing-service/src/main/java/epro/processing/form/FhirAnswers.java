package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that came as a FHIR QuestionnaireResponse, in the shapes that a form expects. Without its form a response does not say
 * whether what is there once may be there again, nor whether a text is an option's code or other words.
 */
final class FhirAnswers {

    private FhirAnswers() {}

    static JsonValue.Members shaped(Section section, JsonValue.Members answers) {
        Map<String, JsonValue> shaped = new LinkedHashMap<>();
        answers.values().forEach((linkId, value) -> {
            Item item = section.reachable().get(linkId);
            if (item instanceof Item.Question question && isItsItems(question, value)) {
                shaped.putAll(shaped(section, (JsonValue.Members) value).values());
            } else {
                shaped.put(linkId, shaped(item, value));
            }
        });
        return new JsonValue.Members(shaped);
    }

    /** Without an answer to it, a question with items looks like a group: they stand beside it, as they do if there is one. */
    private static boolean isItsItems(Item.Question question, JsonValue value) {
        return !question.items().isEmpty()
                && value instanceof JsonValue.Members(var members)
                && !members.isEmpty()
                && Section.of(question.items()).reachable().keySet().containsAll(members.keySet());
    }

    private static JsonValue shaped(@Nullable Item item, JsonValue value) {
        return switch (item) {
            case Item.Group group when group.repeats() -> rows(group, value);
            case Item.Group group -> row(group, value);
            case Item.Question question -> answers(question, value);
            case Item.Display _ -> value;
            case null -> value;
        };
    }

    private static JsonValue rows(Item.Group group, JsonValue value) {
        return switch (value) {
            case JsonValue.Items(var rows) ->
                new JsonValue.Items(rows.stream().map(row -> row(group, row)).toList());
            case JsonValue single
            when AnswerSheet.isWrapper(single) -> new JsonValue.Items(List.of(row(group, single)));
            case JsonValue none -> none;
        };
    }

    private static JsonValue row(Item.Group group, JsonValue value) {
        return value instanceof JsonValue.Members members && AnswerSheet.isWrapper(value)
                ? shaped(group.section(), members)
                : value;
    }

    private static JsonValue answers(Item.Question question, JsonValue value) {
        if (value instanceof JsonValue.Items(var answers)) {
            return new JsonValue.Items(
                    answers.stream().map(answer -> answer(question, answer)).toList());
        }
        boolean alone = question.occurrence().repeats() && Presence.of(value) == Presence.ANSWERED;
        return alone ? new JsonValue.Items(List.of(answer(question, value))) : answer(question, value);
    }

    private static JsonValue answer(Item.Question question, JsonValue value) {
        boolean otherWords = value instanceof JsonValue.Text
                && Presence.of(value) == Presence.ANSWERED
                && question.rule() instanceof ChoiceRule choice
                && choice.otherwise() != null
                && (choice.options().isEmpty() || choice.judge(choice.clean(value)) != null);
        return otherWords ? new JsonValue.Members(Map.of("text", value)) : value;
    }
}
