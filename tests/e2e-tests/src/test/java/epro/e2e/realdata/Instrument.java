package epro.e2e.realdata;

import java.util.List;
import java.util.Locale;

record Instrument(String title, List<Item> items) {

    static final String VERSION = "1.0";

    /** The title as a FHIR id: lower-case letters, digits and hyphens. */
    String formId() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
