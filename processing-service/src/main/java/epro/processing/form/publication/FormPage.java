package epro.processing.form.publication;

import epro.support.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A part of the list of forms, in the order of publication.
 *
 * @param next the cursor of the next part, null at the end
 */
record FormPage(List<FormSummary> items, @Nullable String next) {

    /**
     * Which part is asked for.
     *
     * @param after the sequence that the part before ended with
     */
    record Request(long after, int limit) {
        private static final int LIMIT_MAX = 500;
        private static final int LIMIT_DEFAULT = 100;

        static Request of(@Nullable Integer limit, @Nullable String cursor) {
            int wanted = limit == null ? LIMIT_DEFAULT : limit;
            if (wanted < 1 || wanted > LIMIT_MAX) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST, "invalid-limit", "limit must be from 1 to " + LIMIT_MAX + ".");
            }
            return new Request(cursor == null ? 0 : sequence(cursor), wanted);
        }

        private static long sequence(String cursor) {
            try {
                return Long.parseLong(cursor);
            } catch (NumberFormatException e) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST, "invalid-cursor", "The cursor is none that a list gave.");
            }
        }
    }
}
