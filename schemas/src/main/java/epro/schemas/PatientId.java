package epro.schemas;

/** A subject number, unique only within its study. Its text form shows nothing, so that no log can name a patient. */
public record PatientId(String value) {

    public PatientId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("patientId must not be blank");
        }
    }

    @Override
    public String toString() {
        return "PatientId[hidden]";
    }
}
