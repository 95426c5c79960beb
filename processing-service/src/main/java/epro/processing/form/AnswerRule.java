package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one answer to a question may be. */
sealed interface AnswerRule
        permits BooleanRule,
                NumberRule,
                MomentRule,
                TextRule,
                UrlRule,
                WrittenRule,
                ChoiceRule,
                QuantityRule,
                AttachmentRule,
                ReferenceRule {

    /** The types, as in {@code answerInteger}, of what a condition may compare such answers with. */
    List<String> types();

    /** Applied in this order before the answer is judged; none for free text, which is never altered. */
    default List<CleaningRule> cleaning() {
        return List.of();
    }

    default JsonValue clean(JsonValue answer) {
        JsonValue value = answer;
        for (CleaningRule rule : cleaning()) {
            value = rule.change().apply(value);
        }
        return value;
    }

    /** What is wrong with an answer that is clean. */
    @Nullable
    Problem judge(JsonValue answer);

    /** What is wrong with the answers of a repeating item side by side. */
    default @Nullable Problem judgeTogether(List<JsonValue> answers) {
        return null;
    }
}
