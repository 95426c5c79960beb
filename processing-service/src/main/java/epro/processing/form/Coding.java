package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A code, and the system that gives it its meaning where one is named. */
record Coding(@Nullable String system, String code) {
    private static final Set<String> KEYS = Set.of("system", "code", "display");

    /** The coding that an object is; empty if it is none. */
    static Optional<Coding> of(JsonValue value) {
        return value instanceof JsonValue.Members(var members)
                        && KEYS.containsAll(members.keySet())
                        && members.values().stream().allMatch(JsonValue.Text.class::isInstance)
                ? Optional.ofNullable(text(members, "code")).map(code -> new Coding(text(members, "system"), code))
                : Optional.empty();
    }

    /** A system that is not named may be any. */
    boolean isSame(Coding other) {
        return code.equals(other.code) && (system == null || other.system == null || system.equals(other.system));
    }

    private static @Nullable String text(Map<String, JsonValue> members, String name) {
        return members.get(name) instanceof JsonValue.Text(String text) && !text.isEmpty() ? text : null;
    }
}
