package epro.intake.request;

import epro.schemas.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of the body, taken by name and type; an optional one that is null counts as absent. */
record Fields(JsonValue.Members members, String pointer) {
    private static final int TEXT_LENGTH_MAX = 200;

    /** Refuses members other than these. */
    void refuseOthersThan(Set<String> known) {
        for (String name : members.values().keySet()) {
            if (!known.contains(name)) {
                throw Refusals.badMember("unknown-member", Pointers.append(pointer, name), "This member is not known.");
            }
        }
    }

    String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            throw Refusals.badMember("missing-member", Pointers.append(pointer, name), "This member is required.");
        }
        return text;
    }

    @Nullable
    String text(String name) {
        return switch (members.values().get(name)) {
            case null -> null;
            case JsonValue.Null() -> null;
            case JsonValue.Text(String text) -> checked(name, text);
            default -> throw wrongType(name, "a string");
        };
    }

    @Nullable
    Fields object(String name) {
        return switch (members.values().get(name)) {
            case null -> null;
            case JsonValue.Null() -> null;
            case JsonValue.Members object -> new Fields(object, Pointers.append(pointer, name));
            default -> throw wrongType(name, "an object");
        };
    }

    Fields requiredObject(String name) {
        var object = object(name);
        if (object == null) {
            throw Refusals.badMember("missing-member", Pointers.append(pointer, name), "This member is required.");
        }
        return object;
    }

    private String checked(String name, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw Refusals.badMember(
                    "text-too-long", Pointers.append(pointer, name), "This text may have at most 200 characters.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusals.badMember(
                    "control-character", Pointers.append(pointer, name), "This text must not hold control characters.");
        }
        return text;
    }

    private RuntimeException wrongType(String name, String expected) {
        return Refusals.badMember(
                "wrong-type", Pointers.append(pointer, name), "This member must be " + expected + ".");
    }
}
