package epro.processing.form;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest value allowed, both included.
 *
 * @param before whether the first is certainly less than the second
 */
record Bounds<T>(@Nullable T min, @Nullable T max, BiPredicate<T, T> before) {

    boolean admits(T value) {
        return (min == null || !before.test(value, min)) && (max == null || !before.test(max, value));
    }

    /** Whether nothing can be within. */
    boolean contradictory() {
        return min != null && max != null && before.test(max, min);
    }

    Problem problem() {
        String allowed =
                min == null ? "at most " + max : max == null ? "at least " + min : "from " + min + " to " + max;
        return new Problem(ReasonCode.OUT_OF_RANGE, "The answer must be " + allowed + ".");
    }
}
