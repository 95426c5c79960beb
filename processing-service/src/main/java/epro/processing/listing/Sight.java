package epro.processing.listing;

import epro.support.security.Caller;
import epro.support.security.PatientBinding;
import epro.support.security.SiteGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of the patients' data a caller may see: staff their studies and sites, patients themselves, others nothing. */
public final class Sight {
    private static final String SCOPE = "crf:read";
    private static final String STUDY = "study_id";

    private final Caller caller;

    private Sight(Caller caller) {
        this.caller = caller;
    }

    /** Refuses with 403 who may see nothing at all. */
    public static Sight of(Caller caller) {
        if (caller.patient() == null) {
            caller.require(SCOPE);
        }
        return new Sight(caller);
    }

    /** The patient to whose own data the caller is bound; empty for staff. */
    public Optional<PatientBinding> ownOnly() {
        return caller.has(SCOPE) ? Optional.empty() : Optional.ofNullable(caller.patient());
    }

    public boolean covers(String studyId, String siteId, String patientId) {
        return caller.isPatient(studyId, patientId) || (caller.has(SCOPE) && caller.mayRead(studyId, siteId));
    }

    /**
     * The same as {@link #covers}, for a question to the database: columns with the values that a row must have. Whoever may see
     * several parts sees each row of any of them; a part without columns is everything.
     */
    List<Map<String, String>> parts() {
        List<Map<String, String>> parts = new ArrayList<>();
        PatientBinding patient = caller.patient();
        if (patient != null) {
            parts.add(Map.of(STUDY, patient.studyId(), "patient_id", patient.patientId()));
        }
        if (caller.has(SCOPE)) {
            caller.grants().map(Sight::part).distinct().forEach(parts::add);
        }
        return parts;
    }

    private static Map<String, String> part(SiteGrant grant) {
        Map<String, String> part = new TreeMap<>();
        grant.onlyStudy().ifPresent(study -> part.put(STUDY, study));
        grant.onlySite().ifPresent(site -> part.put("site_id", site));
        return part;
    }
}
