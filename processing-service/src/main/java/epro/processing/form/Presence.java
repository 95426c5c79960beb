package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether there is an answer at all. */
enum Presence {
    /** Not there, or shown and skipped. */
    SKIPPED,
    /** Not there for a reason that the patient gave. */
    EXCUSED,
    ANSWERED;

    private static final Set<String> REASONS = Set.of("not-applicable", "declined");

    static Presence of(@Nullable JsonValue value) {
        return switch (value) {
            case null -> SKIPPED;
            case JsonValue.Null _ -> SKIPPED;
            case JsonValue.Text(String text) -> Texts.trim(text).isEmpty() ? SKIPPED : ANSWERED;
            case JsonValue.Items(var elements) ->
                elements.stream().allMatch(JsonValue.Null.class::isInstance) ? SKIPPED : ANSWERED;
            case JsonValue.Members(var members) -> ofObject(members);
            case JsonValue.NumberText _, JsonValue.Flag _ -> ANSWERED;
        };
    }

    private static Presence ofObject(Map<String, JsonValue> members) {
        if (members.isEmpty()) {
            return SKIPPED;
        }
        boolean excused = members.size() == 1
                && members.get("missing") instanceof JsonValue.Text(String reason)
                && REASONS.contains(reason);
        return excused ? EXCUSED : ANSWERED;
    }
}
