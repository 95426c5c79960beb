package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.intake.request.SubmittedForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a response belongs, as far as it says so: FHIR has extensions for study and place, and the encounter is the visit.
 *
 * @param siteId the site, which FHIR's ResearchStudy has as a Location too
 */
record Placement(@Nullable String studyId, @Nullable String siteId, SubmittedForm.@Nullable Visit visit) {
    private static final String STUDY = "http://hl7.org/fhir/StructureDefinition/workflow-researchStudy";
    private static final String SITE = "http://hl7.org/fhir/StructureDefinition/event-location";

    static Placement of(Fields response) {
        return new Placement(
                named(response, STUDY, "ResearchStudy"),
                named(response, SITE, "Location", "Organization"),
                visit(response));
    }

    private static SubmittedForm.@Nullable Visit visit(Fields response) {
        var encounter = Reference.optional(response, "encounter");
        return encounter == null
                ? null
                : new SubmittedForm.Visit(encounter.ofType("Encounter").name(), null);
    }

    private static @Nullable String named(Fields response, String url, String... types) {
        List<Fields> stated = response.objects("extension").stream()
                .filter(extension -> url.equals(extension.text("url")))
                .toList();
        if (stated.size() > 1) {
            throw Refusals.unprocessable(
                    "unsupported-reference", stated.get(1).pointer(), "A response belongs to one study and one site.");
        }
        return stated.isEmpty()
                ? null
                : Reference.required(stated.getFirst(), "valueReference")
                        .ofType(types)
                        .name();
    }
}
