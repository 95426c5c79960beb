package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.schemas.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** Why there is no answer: FHIR's data-absent-reason, as far as our answers have a word for it. */
enum Absence {
    NOT_APPLICABLE,
    DECLINED,
    /** Shown, and left without an answer. */
    UNKNOWN,
    /** Not shown at all: as if the item were not there. */
    NOT_ASKED;

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** The reason that an element gives for having no value. */
    static Optional<Absence> of(Fields element) {
        return element.objects("extension").stream()
                .filter(extension -> URL.equals(extension.text("url")))
                .map(Absence::reason)
                .findFirst();
    }

    /** Refuses a reason for having no answer where there is one. */
    static void requireAlone(boolean alone, Fields element) {
        if (!alone) {
            throw Refusals.unprocessable(
                    "answer-and-absence",
                    element.pointer(),
                    "There is an answer, or a reason for having none, not both.");
        }
    }

    /** What stands in an answer's place; nothing where the question was not asked. */
    Optional<JsonValue> answer() {
        return switch (this) {
            case NOT_APPLICABLE -> Optional.of(missing("not-applicable"));
            case DECLINED -> Optional.of(missing("declined"));
            case UNKNOWN -> Optional.of(new JsonValue.Null());
            case NOT_ASKED -> Optional.empty();
        };
    }

    private static JsonValue missing(String reason) {
        return new JsonValue.Members(Map.of("missing", new JsonValue.Text(reason)));
    }

    private static Absence reason(Fields extension) {
        return switch (extension.requiredText("valueCode")) {
            case "not-applicable" -> NOT_APPLICABLE;
            case "asked-declined" -> DECLINED;
            case "unknown", "asked-unknown", "temp-unknown" -> UNKNOWN;
            case "not-asked" -> NOT_ASKED;
            default ->
                throw Refusals.unprocessable(
                        "unsupported-absence", extension.at("valueCode"), "This reason is none that a patient has.");
        };
    }
}
