package epro.schemas.json;

import epro.schemas.TrustedEvents;
import epro.schemas.event.Answer;
import epro.schemas.event.AnswerKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From JSON to Avro: the shape of the JSON alone decides the kind of answer. */
final class AnswerWriting {

    private static final Set<String> CODING = Set.of("code", "system", "display");
    private static final Set<String> QUANTITY = Set.of("value", "unit", "system", "code");

    static {
        TrustedEvents.trust();
    }

    private AnswerWriting() {}

    static List<Answer> answers(JsonValue.Members members) {
        return members.values().entrySet().stream()
                .map(member -> answer(member.getKey(), member.getValue()))
                .toList();
    }

    private static Answer answer(String linkId, JsonValue value) {
        Answer.Builder answer = empty(linkId);
        return switch (value) {
            case JsonValue.Null() -> answer.setKind(AnswerKind.SKIPPED).build();
            case JsonValue.Text(String text) ->
                answer.setKind(AnswerKind.TEXT).setText(text).build();
            case JsonValue.NumberText(String number) ->
                answer.setKind(AnswerKind.NUMBER).setNumber(number).build();
            case JsonValue.Flag(boolean flag) ->
                answer.setKind(AnswerKind.BOOLEAN).setFlag(flag).build();
            case JsonValue.Items(List<JsonValue> items) -> repeat(answer, items);
            case JsonValue.Members members -> structured(answer, members);
        };
    }

    /** Says every default: for one that is left out the builder hashes the whole schema, which takes longer than all the rest. */
    private static Answer.Builder empty(String linkId) {
        return Answer.newBuilder()
                .setLinkId(linkId)
                .setText(null)
                .setNumber(null)
                .setFlag(null)
                .setCode(null)
                .setSystem(null)
                .setDisplay(null)
                .setUnit(null)
                .setAnswers(List.of());
    }

    private static Answer repeat(Answer.Builder answer, List<JsonValue> items) {
        return answer.setKind(AnswerKind.REPEAT)
                .setAnswers(items.stream().map(item -> answer("", item)).toList())
                .build();
    }

    private static Answer structured(Answer.Builder answer, JsonValue.Members members) {
        Map<String, JsonValue> values = members.values();
        if (values.size() == 1 && values.get("missing") instanceof JsonValue.Text(String reason)) {
            return answer.setKind(AnswerKind.MISSING).setText(reason).build();
        }
        if (isCoding(values)) {
            return answer.setKind(AnswerKind.CODING)
                    .setCode(text(values, "code"))
                    .setSystem(text(values, "system"))
                    .setDisplay(text(values, "display"))
                    .build();
        }
        if (isQuantity(values)) {
            return quantity(answer, values);
        }
        return answer.setKind(AnswerKind.GROUP).setAnswers(answers(members)).build();
    }

    private static boolean isCoding(Map<String, JsonValue> values) {
        return values.containsKey("code")
                && CODING.containsAll(values.keySet())
                && values.values().stream().allMatch(JsonValue.Text.class::isInstance);
    }

    private static boolean isQuantity(Map<String, JsonValue> values) {
        return values.containsKey("value")
                && QUANTITY.containsAll(values.keySet())
                && values.entrySet().stream().allMatch(AnswerWriting::fitsQuantity);
    }

    private static boolean fitsQuantity(Map.Entry<String, JsonValue> member) {
        return member.getValue() instanceof JsonValue.Text
                || (member.getKey().equals("value") && member.getValue() instanceof JsonValue.NumberText);
    }

    private static Answer quantity(Answer.Builder answer, Map<String, JsonValue> values) {
        if (values.get("value") instanceof JsonValue.NumberText(String number)) {
            answer.setNumber(number);
        }
        return answer.setKind(AnswerKind.QUANTITY)
                .setText(text(values, "value"))
                .setUnit(text(values, "unit"))
                .setSystem(text(values, "system"))
                .setCode(text(values, "code"))
                .build();
    }

    private static @Nullable String text(Map<String, JsonValue> values, String name) {
        return values.get(name) instanceof JsonValue.Text(String text) ? text : null;
    }
}
