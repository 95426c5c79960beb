package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
record BooleanRule() implements AnswerRule {

    @Override
    public List<String> types() {
        return List.of("Boolean");
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Flag ? null : Problem.wrongType("true or false");
    }
}
