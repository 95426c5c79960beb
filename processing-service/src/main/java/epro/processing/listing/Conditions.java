package epro.processing.listing;

import epro.support.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Gathers the conditions of a WHERE clause with their values. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Throws 400 where no row can ever have the value. */
    public Conditions equal(String column, @Nullable String value) {
        if (value != null) {
            if (value.indexOf('\0') >= 0) {
                throw invalid();
            }
            conditions.add(column + " = ?");
            values.add(value);
        }
        return this;
    }

    /** Throws 400 where the database knows no such time. */
    public Conditions from(String column, @Nullable Instant start) {
        if (start != null) {
            if (!Cursor.isStorable(start)) {
                throw invalid();
            }
            conditions.add(column + " >= ?");
            values.add(start.atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    /**
     * Behind the cursor, in the order of the list.
     *
     * @param order the columns of the list's order, a time and a key, such as {@code stored_at, submission_key}
     */
    public Conditions behind(String order, Cursor cursor) {
        conditions.add("(" + order + ") > (?, ?)");
        values.add(cursor.at().atOffset(ZoneOffset.UTC));
        values.add(cursor.key());
        return this;
    }

    public String where() {
        return "WHERE " + String.join(" AND ", conditions);
    }

    public List<Object> values() {
        return values;
    }

    private static ProblemException invalid() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "invalid-filter", "A filter has a value that nothing can have.");
    }
}
