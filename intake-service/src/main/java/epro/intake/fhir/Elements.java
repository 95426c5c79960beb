package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of elements wherever they stand. */
final class Elements {
    private static final List<String> CHANGE_MEANING =
            List.of("implicitRules", "_implicitRules", "contained", "modifierExtension");
    private static final Set<String> META = Set.of(
            "id",
            "extension",
            "versionId",
            "lastUpdated",
            "source",
            "profile",
            "security",
            "tag",
            "_versionId",
            "_lastUpdated",
            "_source",
            "_profile");
    private static final Set<String> NARRATIVE = Set.of("id", "extension", "status", "div", "_status", "_div");
    private static final Set<String> IDENTIFIER = Set.of(
            "id", "extension", "use", "type", "system", "value", "period", "assigner", "_use", "_system", "_value");

    private Elements() {}

    /** FHIR forbids to pass over what may turn the meaning of the rest into another; none of it is understood here. */
    static void refuseWhatChangesMeaning(Fields element) {
        for (String name : CHANGE_MEANING) {
            if (element.members().values().containsKey(name)) {
                throw Refusals.unprocessable(
                        "unsupported-element", element.at(name), "A resource with this element is not taken.");
            }
        }
    }

    /** Elements that are kept in the document and nowhere else are to be well-formed all the same. */
    static void checkUnread(Fields response) {
        response.objects("basedOn").forEach(Reference::of);
        response.objects("partOf").forEach(Reference::of);
        checkExtensions(response);
        only(response.object("meta"), META);
        only(response.object("text"), NARRATIVE);
    }

    static void checkExtensions(Fields element) {
        element.objects("extension").forEach(extension -> extension.requiredText("url"));
    }

    /** The value of an identifier, by which something is known; its system stays in the document. */
    static @Nullable String identifier(@Nullable Fields identifier) {
        if (identifier == null) {
            return null;
        }
        identifier.refuseOthersThan(IDENTIFIER);
        return identifier.text("value");
    }

    private static void only(@Nullable Fields element, Set<String> known) {
        if (element != null) {
            element.refuseOthersThan(known);
        }
    }
}
