package epro.intake.request;

import epro.schemas.json.JsonValue;
import epro.support.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The members of one object of the body, taken by name and type; an optional one that is null counts as absent. */
public record Fields(JsonValue.Members members, String pointer) {
    private static final int TEXT_LENGTH_MAX = 200;

    /** Refuses members other than these. */
    public void refuseOthersThan(Set<String> known) {
        for (String name : members.values().keySet()) {
            if (!known.contains(name)) {
                throw Refusals.badMember("unknown-member", at(name), "This member is not known.");
            }
        }
    }

    public String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            throw Refusals.badMember("missing-member", at(name), "This member is required.");
        }
        return text;
    }

    public @Nullable String text(String name) {
        return switch (members.values().get(name)) {
            case null -> null;
            case JsonValue.Null() -> null;
            case JsonValue.Text(String text) -> checked(name, text);
            default -> throw wrongType(name, "a string");
        };
    }

    public @Nullable Fields object(String name) {
        return switch (members.values().get(name)) {
            case null -> null;
            case JsonValue.Null() -> null;
            case JsonValue.Members object -> new Fields(object, at(name));
            default -> throw wrongType(name, "an object");
        };
    }

    Fields requiredObject(String name) {
        var object = object(name);
        if (object == null) {
            throw Refusals.badMember("missing-member", at(name), "This member is required.");
        }
        return object;
    }

    /** A device's time, with its offset. */
    public @Nullable String time(String name) {
        return DeviceTime.checked(this, name);
    }

    /** The objects of a list; none where it is absent. */
    public List<Fields> objects(String name) {
        return switch (members.values().get(name)) {
            case null -> List.of();
            case JsonValue.Null() -> List.of();
            case JsonValue.Items(var elements) ->
                IntStream.range(0, elements.size())
                        .mapToObj(index -> element(name, index, elements.get(index)))
                        .toList();
            default -> throw wrongType(name, "a list");
        };
    }

    private Fields element(String name, int index, JsonValue element) {
        if (element instanceof JsonValue.Members object) {
            return new Fields(object, Pointers.append(at(name), Integer.toString(index)));
        }
        throw wrongType(name, "a list of objects");
    }

    /** Where a member of it stands, as a JSON pointer. */
    public String at(String name) {
        return Pointers.append(pointer, name);
    }

    private String checked(String name, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw Refusals.badMember("text-too-long", at(name), "This text may have at most 200 characters.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusals.badMember("control-character", at(name), "This text must not hold control characters.");
        }
        return text;
    }

    public ProblemException wrongType(String name, String expected) {
        return Refusals.badMember("wrong-type", at(name), "This member must be " + expected + ".");
    }
}
