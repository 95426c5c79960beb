package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object in the questionnaire and its place. What can't be read as asked is a fault and reads as absent; what nobody
 * asked for is a fault too, so that nothing of a form is silently ignored.
 */
final class Element {
    private static final int COUNT_MAX = 1_000_000;

    private final String path;
    private final Map<String, JsonValue> members;
    private final List<Fault> faults;
    private final Set<String> taken = new HashSet<>();

    Element(String path, JsonValue.Members value, List<Fault> faults) {
        this.path = path;
        this.members = value.values();
        this.faults = faults;
    }

    Optional<String> text(String name) {
        return read(
                name, "text", value -> value instanceof JsonValue.Text(String text) && !text.isBlank() ? text : null);
    }

    boolean flag(String name) {
        return read(name, "true or false", value -> value instanceof JsonValue.Flag(boolean flag) ? flag : null)
                .orElse(false);
    }

    Optional<BigDecimal> number(String name) {
        return read(
                name,
                "a number",
                value -> value instanceof JsonValue.NumberText number
                        ? Decimals.of(number).orElse(null)
                        : null);
    }

    /** A whole number from 0 to a million. */
    Optional<Integer> count(String name) {
        return read(
                name,
                "a whole number from 0 to " + COUNT_MAX,
                value -> value instanceof JsonValue.NumberText number
                        ? Decimals.of(number)
                                .filter(Element::isCount)
                                .map(BigDecimal::intValueExact)
                                .orElse(null)
                        : null);
    }

    Optional<Element> child(String name) {
        return read(
                name,
                "an object",
                value -> value instanceof JsonValue.Members object ? new Element(at(name), object, faults) : null);
    }

    List<Element> children(String name) {
        List<JsonValue> elements = read(
                        name, "a list", value -> value instanceof JsonValue.Items(var items) ? items : null)
                .orElse(List.of());
        List<Element> children = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            String place = at(name) + "[" + index + "]";
            if (elements.get(index) instanceof JsonValue.Members object) {
                children.add(new Element(place, object, faults));
            } else {
                faults.add(new Fault(place, "wrong-type", "This must be an object."));
            }
        }
        return children;
    }

    /** What was read of a member that must be there. */
    <T> Optional<T> needed(String name, Function<String, Optional<T>> reading) {
        if (!members.containsKey(name)) {
            fault(name, "missing", "This must be given.");
            return Optional.empty();
        }
        return reading.apply(name);
    }

    /** What stands under a name, unread. */
    Optional<JsonValue> raw(String name) {
        taken.add(name);
        return Optional.ofNullable(members.get(name));
    }

    /** The one name that begins so, such as {@code value} for {@code valueCoding}. */
    Optional<String> nameStarting(String start) {
        return members.keySet().stream().filter(name -> name.startsWith(start)).findFirst();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    void ignore(Set<String> names) {
        taken.addAll(names);
    }

    void refuseRest() {
        members.keySet().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> fault(name, "unsupported", "This is not supported here."));
    }

    /** @param name of the member at fault, empty for the object itself */
    void fault(String name, String code, String message) {
        faults.add(new Fault(name.isEmpty() ? path : at(name), code, message));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <T> Optional<T> read(String name, String expected, Function<JsonValue, @Nullable T> reading) {
        Optional<JsonValue> value = raw(name);
        Optional<T> result = value.map(reading);
        if (value.isPresent() && result.isEmpty()) {
            fault(name, "wrong-type", "This must be " + expected + ".");
        }
        return result;
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(COUNT_MAX)) <= 0 && Decimals.isWhole(number);
    }
}
