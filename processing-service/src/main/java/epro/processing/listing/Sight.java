package epro.processing.listing;

import epro.support.security.Caller;
import epro.support.security.PatientBinding;
import java.util.Optional;

/** What of the patients' data a caller may see: staff their studies and sites, patients themselves, others nothing. */
public final class Sight {
    private static final String SCOPE = "crf:read";

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
}
