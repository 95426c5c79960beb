package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what a reference means.
 *
 * @param pointer where it stands
 * @param type which resource it is; null where it is not said
 * @param id its identifier's value, or else the id in its address; null where it has neither
 */
record Reference(
        String pointer, @Nullable String type, @Nullable String id) {
    private static final Set<String> KNOWN =
            Set.of("reference", "type", "identifier", "display", "id", "extension", "_reference", "_type", "_display");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");

    static Reference of(Fields reference) {
        reference.refuseOthersThan(KNOWN);
        var stated = reference.text("reference");
        var address = ADDRESS.matcher(stated == null ? "" : stated);
        boolean addressed = address.matches();
        var identifier = Elements.identifier(reference.object("identifier"));
        return new Reference(
                reference.pointer(),
                addressed ? address.group(1) : reference.text("type"),
                identifier == null && addressed ? address.group(2) : identifier);
    }

    static @Nullable Reference optional(Fields element, String name) {
        var reference = element.object(name);
        return reference == null ? null : of(reference);
    }

    static Reference required(Fields element, String name) {
        var reference = optional(element, name);
        if (reference == null) {
            throw Refusals.badMember("missing-member", element.at(name), "This element is required.");
        }
        return reference;
    }

    /** This, if it may be one of these resources. */
    Reference ofType(String... types) {
        if (type != null && !Set.of(types).contains(type)) {
            throw unsupported("It refers to another kind of resource than is meant here.");
        }
        return this;
    }

    /** By what it is known. */
    String name() {
        if (id == null || id.isBlank()) {
            throw unsupported("It must name what it means by identifier.value, or by an address such as Patient/123.");
        }
        return id;
    }

    /** Its type as one of our own words: {@code related-person}. */
    @Nullable
    String kind() {
        return type == null ? null : type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private RuntimeException unsupported(String detail) {
        return Refusals.unprocessable("unsupported-reference", pointer, detail);
    }

    @Override
    public String toString() {
        return "Reference[" + pointer + "]";
    }
}
