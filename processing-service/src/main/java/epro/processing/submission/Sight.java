package epro.processing.submission;

import epro.support.security.Caller;
import epro.support.security.PatientBinding;

/** What of the submissions a caller may see: staff their studies and sites, patients themselves, others nothing. */
final class Sight {
    private static final String SCOPE = "crf:read";

    private final Caller caller;

    private Sight(Caller caller) {
        this.caller = caller;
    }

    /** Refuses with 403 who may see nothing at all. */
    static Sight of(Caller caller) {
        if (caller.patient() == null) {
            caller.require(SCOPE);
        }
        return new Sight(caller);
    }

    /** Lists of a caller who may only see their own begin with their own. */
    SubmissionFilter narrow(SubmissionFilter filter) {
        PatientBinding patient = caller.patient();
        return patient == null || caller.has(SCOPE) ? filter : filter.ofPatient(patient.studyId(), patient.patientId());
    }

    boolean covers(SubmissionSummary submission) {
        return caller.isPatient(submission.studyId(), submission.patientId())
                || (caller.has(SCOPE) && caller.mayRead(submission.studyId(), submission.siteId()));
    }
}
