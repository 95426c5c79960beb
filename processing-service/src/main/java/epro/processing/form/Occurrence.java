package epro.processing.form;

import org.jspecify.annotations.Nullable;

/**
 * How often an item is to be answered.
 *
 * @param severity of whatever is wrong with the item's answers
 */
record Occurrence(boolean repeats, boolean required, int min, int max, Severity severity) {

    /** @param excused whether there need not be an answer: a reason was given, or the question above is unanswered */
    @Nullable
    Problem judge(int answered, boolean excused) {
        if (answered == 0 && excused) {
            return null;
        }
        if (answered == 0 && required) {
            return new Problem(ReasonCode.REQUIRED, "An answer is required.");
        }
        if (answered < min) {
            return new Problem(
                    ReasonCode.TOO_FEW, "At least " + min + " answers are needed, there are " + answered + ".");
        }
        if (answered > max) {
            return new Problem(
                    ReasonCode.TOO_MANY, "At most " + max + " answers are allowed, there are " + answered + ".");
        }
        return null;
    }
}
