package epro.schemas.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON value that has lost nothing: numbers are the text they were written as, members keep their order. Immutable. */
public sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    /** A number exactly as it was written: {@code 1.0} is not {@code 1}. */
    record NumberText(String value) implements JsonValue {

        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

        public NumberText {
            if (!NUMBER.matcher(value).matches()) {
                throw new IllegalArgumentException("not a JSON number");
            }
        }
    }

    record Flag(boolean value) implements JsonValue {}

    record Null() implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {

        public Items {
            values = List.copyOf(values);
        }
    }

    record Members(Map<String, JsonValue> values) implements JsonValue {

        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
