package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a form out of a FHIR R4 Questionnaire. What it does not support it refuses: nothing of a form is silently ignored. */
public final class FormCompiler {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}");
    /** About the questionnaire, not about which answers it takes. When a version is in force, its publication says. */
    private static final Set<String> DESCRIPTION = Set.of(
            "meta",
            "language",
            "text",
            "url",
            "identifier",
            "name",
            "title",
            "_title",
            "derivedFrom",
            "status",
            "experimental",
            "subjectType",
            "date",
            "publisher",
            "contact",
            "description",
            "_description",
            "useContext",
            "jurisdiction",
            "purpose",
            "copyright",
            "approvalDate",
            "lastReviewDate",
            "effectivePeriod",
            "code");

    private FormCompiler() {}

    /** The form, or all the reasons why there can't be one. */
    public static Compiled compile(String id, String version, JsonValue questionnaire) {
        if (!(questionnaire instanceof JsonValue.Members members)) {
            return new Compiled.Faulty(
                    List.of(new Fault("", "not-a-questionnaire", "The body must be a FHIR Questionnaire.")));
        }
        List<Fault> faults = new ArrayList<>();
        Element root = new Element("", members, faults);
        identity(root, id, version);
        Extensions extensions = Extensions.of(root);
        Duration window = window(extensions);
        extensions.refuseRest();
        FormItems items = new ItemCompiler(ValueSets.in(root)).compile(root);
        root.ignore(DESCRIPTION);
        root.refuseRest();
        return faults.isEmpty()
                ? new Compiled.Form(new CompiledForm(id, version, items, window))
                : new Compiled.Faulty(faults.stream().distinct().toList());
    }

    private static void identity(Element root, String id, String version) {
        if (!root.needed("resourceType", root::text)
                .filter("Questionnaire"::equals)
                .isPresent()) {
            root.fault("resourceType", "not-a-questionnaire", "This must be Questionnaire.");
        }
        same(root, "id", id);
        same(root, "version", version);
    }

    private static @Nullable Duration window(Extensions extensions) {
        return extensions
                .take(Extensions.COMPLETION_WINDOW)
                .flatMap(extension -> extension.needed("valueInteger", extension::count))
                .map(Duration::ofHours)
                .orElse(null);
    }

    private static void same(Element root, String name, String published) {
        if (!NAME.matcher(published).matches()) {
            root.fault(name, "bad-name", "This must be 1 to 64 letters, digits or . _ + ~ -");
        }
        root.text(name)
                .filter(stated -> !stated.equals(published))
                .ifPresent(_ -> root.fault(name, name + "-mismatch", "This must be as in the path, or be left out."));
    }
}
