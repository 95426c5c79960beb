package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a primitive type whose written form is limited too: 36.50 has five characters.
 *
 * @param value what the answer itself may be
 * @param written what it may look like
 */
record WrittenRule(AnswerRule value, TextRule written) implements AnswerRule {

    /** The rule itself where there are no limits. */
    static AnswerRule of(AnswerRule value, TextRule written) {
        return written.equals(TextRule.ANY) ? value : new WrittenRule(value, written);
    }

    @Override
    public List<String> types() {
        return value.types();
    }

    @Override
    public List<CleaningRule> cleaning() {
        return value.cleaning();
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        Problem problem = value.judge(answer);
        return problem == null ? written.judge(asText(answer)) : problem;
    }

    private static JsonValue asText(JsonValue answer) {
        return switch (answer) {
            case JsonValue.NumberText(String number) -> new JsonValue.Text(number);
            case JsonValue.Flag(boolean flag) -> new JsonValue.Text(String.valueOf(flag));
            case JsonValue.Text _, JsonValue.Null _, JsonValue.Items _, JsonValue.Members _ -> answer;
        };
    }
}
