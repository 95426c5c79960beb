package epro.processing.submission;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the conditions of a WHERE clause with their values. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions equal(String column, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
        return this;
    }

    Conditions from(String column, @Nullable Instant start) {
        if (start != null) {
            conditions.add(column + " >= ?");
            values.add(start.atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    Conditions behind(Cursor cursor) {
        conditions.add("(stored_at, submission_key) > (?, ?)");
        values.add(cursor.storedAt().atOffset(ZoneOffset.UTC));
        values.add(cursor.submissionKey());
        return this;
    }

    String where() {
        return "WHERE " + String.join(" AND ", conditions);
    }

    List<Object> values() {
        return values;
    }
}
