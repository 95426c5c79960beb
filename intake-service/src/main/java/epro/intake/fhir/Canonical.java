package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import org.jspecify.annotations.Nullable;

/** Which questionnaire was answered: the last part of its address is the form's id, what follows the bar its version. */
record Canonical(String id, @Nullable String version) {
    private static final String PLACE = "/questionnaire";

    static Canonical of(Fields response) {
        var canonical = response.requiredText("questionnaire");
        if (canonical.indexOf('#') >= 0) {
            throw Refusals.unprocessable(
                    "unsupported-reference", PLACE, "A questionnaire inside of another resource is not taken.");
        }
        int bar = canonical.indexOf('|');
        var address = bar < 0 ? canonical : canonical.substring(0, bar);
        var version = bar < 0 ? null : canonical.substring(bar + 1);
        var id = address.substring(address.lastIndexOf('/') + 1);
        if (id.isBlank() || (version != null && version.isBlank())) {
            throw Refusals.badMember("bad-canonical", PLACE, "This must be an address, or an address|version.");
        }
        return new Canonical(id, version);
    }
}
