package epro.intake.fhir;

import java.util.Map;
import java.util.regex.Pattern;

/** JSON pointers into a response as FHIRPath: {@code /item/2/answer/0/valueString} is {@code …item[2].answer[0].value}. */
final class FhirPath {
    private static final String ROOT = "QuestionnaireResponse";

    /** What our own names for parts of a submission are here. */
    private static final Map<String, String> OUR_NAMES = Map.of(
            "/submissionId", ROOT + ".identifier.value", "/patientId", ROOT + ".subject", "/answers", ROOT + ".item");

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");
    private static final Pattern CHOICE = Pattern.compile("_?value[A-Z][A-Za-z]*");
    private static final Pattern NAME = Pattern.compile("_?([A-Za-z][A-Za-z0-9]*)");

    private FhirPath() {}

    /** Ends before a name that FHIRPath could not say. */
    static String of(String pointer) {
        return OUR_NAMES.getOrDefault(pointer, translated(pointer));
    }

    private static String translated(String pointer) {
        var path = new StringBuilder(ROOT);
        for (String part : pointer.split("/", -1)) {
            var name = NAME.matcher(part);
            if (INDEX.matcher(part).matches()) {
                path.append('[').append(part).append(']');
            } else if (CHOICE.matcher(part).matches()) {
                path.append(".value");
            } else if (name.matches()) {
                path.append('.').append(name.group(1));
            } else if (!part.isEmpty()) {
                return path.toString();
            }
        }
        return path.toString();
    }
}
