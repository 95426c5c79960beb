package epro.processing.form;

import epro.schemas.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
record BooleanRule() implements AnswerRule {

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Flag ? null : Problem.wrongType("true or false");
    }
}
