package epro.processing.harm;

import epro.processing.harm.proctcae.Symptom;
import epro.schemas.json.StoredJson;

/**
 * What a finding is about.
 *
 * @param code stable within its system; the display is not
 */
public record Term(String system, String code, String display) {

    public Term {
        system = StoredJson.storable(system);
        code = StoredJson.storable(code);
        display = StoredJson.storable(display);
    }

    static Term of(Symptom symptom) {
        return new Term(Symptom.SYSTEM, symptom.code(), symptom.display());
    }
}
