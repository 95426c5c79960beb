package epro.processing.listing;

import epro.support.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The same of a value that is written out if it is this one: there is an index of the rows alone that have it. */
    public Conditions equal(String column, @Nullable String value, String indexed) {
        if (indexed.equals(value)) {
            conditions.add("%s = '%s'".formatted(column, indexed));
            return this;
        }
        return equal(column, value);
    }

    /** The same of a key. */
    public Conditions equal(String column, @Nullable UUID key) {
        if (key != null) {
            conditions.add(column + " = ?");
            values.add(key);
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

    /** Of rows with a study, a site and a patient, only those that the caller may see. */
    public Conditions within(Sight sight) {
        List<Map<String, String>> parts = sight.parts();
        if (parts.isEmpty()) {
            conditions.add("FALSE");
        } else if (parts.stream().noneMatch(Map::isEmpty)) {
            conditions.add(parts.stream().map(Conditions::all).collect(Collectors.joining(") OR (", "((", "))")));
            parts.forEach(part -> values.addAll(part.values()));
        }
        return this;
    }

    private static String all(Map<String, String> part) {
        return part.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
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
