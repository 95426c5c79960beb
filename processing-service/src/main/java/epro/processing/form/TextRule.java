package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Free text: never altered.
 *
 * @param lengthMin in characters as people count them (code points), as {@code lengthMax}
 */
record TextRule(int lengthMin, int lengthMax, @Nullable BoundedPattern pattern) implements AnswerRule {

    static final TextRule ANY = new TextRule(0, Integer.MAX_VALUE, null);

    @Override
    public List<String> types() {
        return List.of("String");
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Text(String text) ? judge(text) : Problem.wrongType("text");
    }

    private @Nullable Problem judge(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > lengthMax) {
            return new Problem(ReasonCode.TOO_LONG, "At most " + lengthMax + " characters are allowed.");
        }
        if (length < lengthMin) {
            return new Problem(ReasonCode.PATTERN, "At least " + lengthMin + " characters are needed.");
        }
        if (pattern != null && !pattern.matches(text)) {
            return new Problem(ReasonCode.PATTERN, "The answer does not have the form that is asked for.");
        }
        return null;
    }
}
