package epro.intake.request;

import epro.schemas.Keys;
import java.util.UUID;

/** The patient a submission is for, once the token has agreed. */
record BoundPatient(String studyId, String siteId, String patientId) {

    UUID key() {
        return Keys.patientKey(studyId, patientId);
    }

    @Override
    public String toString() {
        return "BoundPatient[hidden]";
    }
}
