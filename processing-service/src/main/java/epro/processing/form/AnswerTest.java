package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Set;

/** What a condition asks of the answers of its question. */
sealed interface AnswerTest {

    /**
     * Whether they are as asked.
     *
     * @param answers clean; none where the question is unanswered or disabled
     */
    boolean holds(List<JsonValue> answers);

    /** Whether there is any, or there is none. */
    record Exists(boolean wanted) implements AnswerTest {

        @Override
        public boolean holds(List<JsonValue> answers) {
            return answers.isEmpty() != wanted;
        }
    }

    /** Whether any of them stands so. */
    record AnyStands(Set<Order> so, Expected to) implements AnswerTest {

        @Override
        public boolean holds(List<JsonValue> answers) {
            return answers.stream().anyMatch(answer -> so.contains(to.orderOf(answer)));
        }
    }

    /** Whether none of them is the same, which holds where there is none. */
    record NoneIs(Expected same) implements AnswerTest {

        @Override
        public boolean holds(List<JsonValue> answers) {
            return answers.stream().noneMatch(answer -> same.orderOf(answer) == Order.SAME);
        }
    }
}
