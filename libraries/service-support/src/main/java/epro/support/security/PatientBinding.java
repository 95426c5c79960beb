package epro.support.security;

/** The patient whose token this is; every claim of it counts, and its text form reveals none. */
public record PatientBinding(String studyId, String siteId, String patientId) {

    @Override
    public String toString() {
        return "PatientBinding[hidden]";
    }
}
