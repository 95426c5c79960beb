package epro.schemas.json;

import epro.schemas.event.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From Avro back to JSON. Records come from the log, so nothing is taken for granted: what no JSON could have become is refused. */
final class AnswerReading {

    private static final int DEPTH_MAX = 256;

    private AnswerReading() {}

    static JsonValue.Members members(List<Answer> answers) {
        return members(answers, 1);
    }

    private static JsonValue.Members members(List<Answer> answers, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (members.put(answer.getLinkId(), value(answer, depth)) != null) {
                throw new IllegalArgumentException("two answers of one group have the same linkId");
            }
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue value(Answer answer, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("answers stand deeper than " + DEPTH_MAX + " inside one another");
        }
        return switch (answer.getKind()) {
            case SKIPPED -> new JsonValue.Null();
            case MISSING -> members("missing", text(answer.getText()));
            case TEXT -> text(answer.getText());
            case NUMBER -> number(answer.getNumber());
            case BOOLEAN -> new JsonValue.Flag(present(answer.getFlag()));
            case CODING -> coding(answer);
            case QUANTITY -> quantity(answer);
            case REPEAT ->
                new JsonValue.Items(answer.getAnswers().stream()
                        .map(element -> value(element, depth + 1))
                        .toList());
            case GROUP -> members(answer.getAnswers(), depth + 1);
            case UNKNOWN -> throw new IllegalArgumentException("an answer of a kind that is not known here");
        };
    }

    private static JsonValue coding(Answer answer) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("code", text(answer.getCode()));
        putText(members, "system", answer.getSystem());
        putText(members, "display", answer.getDisplay());
        return new JsonValue.Members(members);
    }

    private static JsonValue quantity(Answer answer) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        String number = answer.getNumber();
        members.put("value", number == null ? text(answer.getText()) : number(number));
        putText(members, "unit", answer.getUnit());
        putText(members, "system", answer.getSystem());
        putText(members, "code", answer.getCode());
        return new JsonValue.Members(members);
    }

    private static void putText(Map<String, JsonValue> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, new JsonValue.Text(text));
        }
    }

    private static JsonValue.Members members(String name, JsonValue value) {
        return new JsonValue.Members(Map.of(name, value));
    }

    private static JsonValue text(@Nullable String text) {
        return new JsonValue.Text(present(text));
    }

    private static JsonValue number(@Nullable String number) {
        return new JsonValue.NumberText(present(number));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("an answer lacks what its kind needs");
        }
        return value;
    }
}
