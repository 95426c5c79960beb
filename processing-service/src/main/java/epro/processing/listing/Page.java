package epro.processing.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    /**
     * What was read of a list that may go on.
     *
     * @param most how many were asked for; fewer are its end
     * @param behind the cursor behind a row
     */
    public static <T> Page<T> of(List<T> rows, int most, Function<T, Cursor> behind) {
        return new Page<>(
                rows, rows.size() < most ? null : behind.apply(rows.getLast()).text());
    }

    /** How many rows a part has when so many are asked for. */
    public static int rows(@Nullable Integer asked) {
        return asked == null ? USUAL_LIMIT : Math.clamp(asked, 1, LARGEST_LIMIT);
    }
}
